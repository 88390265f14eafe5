import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bytesToInt16 } from '@parley/audio';
import { resolveModel } from '@parley/models';
import { SmartTurn } from '../endpointing/acoustic/smart-turn';
import { TextModel, textModelFiles } from '../endpointing/text/text-model';
import { Finalisation } from '../endpointing/finalisation';
import { WhisperModel } from '../engines/whisper/whisper-model';
import { SileroModel } from '../vad/silero-model';
import { ReplayEngines } from './engines';
import { KeptWork } from './kept-work';
import { replayRequestSchema, type ReplayAnswer, type ReplayRequest } from './messages';
import { Replay } from './replay';

/**
 * Hears recordings with the worker's own hearing, its default engines and a virtual clock: a line of JSON in for
 * each clip, a line out (messages.ts). For benchmarks and for fitting. `--cpu-time`: engines take what they would on
 * an idle machine. `--kept FILE`: what the recogniser and smart-turn made of each stretch, and in what time, is kept
 * there and not done again.
 */
async function main(): Promise<void> {
  const [vad, whisper, turn] = await Promise.all(
    ['silero-vad-v6', 'whisper-base', 'smart-turn-v3.2'].map((name) => resolveModel(name)),
  );
  const { PARLEY_STT_TEXT_MODEL: text = 'none' } = process.env;
  const { values } = parseArgs({
    options: { 'cpu-time': { type: 'boolean', default: false }, kept: { type: 'string' } },
  });
  const model = new WhisperModel(whisper!['model']!, 2);
  model.warmUp();
  const engines = new ReplayEngines(
    await SileroModel.load(vad!['model']!),
    model,
    await SmartTurn.load(turn!['model']!),
    text === 'none' ? undefined : await TextModel.load(textModelFiles(await resolveModel(text))),
    { kind: values['cpu-time'] ? 'cpu' : 'measured' },
    values.kept === undefined ? undefined : new KeptWork(values.kept),
  );
  // Of each way to listen its own: how soon text comes depends on the way.
  const finalisations = new Map<string, Finalisation>();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const request = replayRequestSchema.parse(JSON.parse(line));
    process.stdout.write(`${JSON.stringify(await answer(request, engines, finalisations))}\n`);
  }
}

async function answer(
  request: ReplayRequest,
  engines: ReplayEngines,
  finalisations: Map<string, Finalisation>,
): Promise<ReplayAnswer> {
  const pcm = bytesToInt16(Buffer.from(request.pcm, 'base64'));
  const { language, readsMs = [] } = request;
  const texts = readsMs.map((ms) => engines.decode(pcm.subarray(0, ms * 16), language, '').result);
  const probabilities = request.variants.length === 0 ? [] : await engines.probabilities(pcm);
  const results = [];
  for (const variant of request.variants) {
    const finalisation = finalisations.get(variant.name) ?? new Finalisation();
    finalisations.set(variant.name, finalisation);
    results.push(await new Replay(request, variant, engines, probabilities, finalisation).run(pcm));
  }
  const { decodesMs, listensMs } = engines;
  return { id: request.id, results, texts, decodesMs: decodesMs.splice(0), listensMs: listensMs.splice(0) };
}

void main();
