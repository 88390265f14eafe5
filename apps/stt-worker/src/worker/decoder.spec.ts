import { EngineError } from '@parley/engines-kit';
import { Registry, Spans } from '@parley/telemetry';
import type { Recognition, RecognizeRequest, RecognizerEngine } from '../engines/recognizer';
import { ScriptedEngine } from '../engines/scripted/scripted-engine';
import type { DecodeOrder } from '../hearing/ports';
import { PartialGovernor } from '../transcription/governor';
import type { DecodePurpose } from '../transcription/utterance-types';
import { Decoder } from './decoder';
import { SttMetrics } from './stt-metrics';

class TestEngine extends ScriptedEngine {
  readonly requests: RecognizeRequest[] = [];

  constructor(private readonly reply: () => Promise<Recognition>) {
    super({ delayMs: 0, transcript: undefined });
  }

  override recognize(request: RecognizeRequest): Promise<Recognition> {
    this.requests.push(request);
    return this.reply();
  }
}

const order = (purpose: DecodePurpose): DecodeOrder => ({
  turn: 1,
  jobId: 1,
  utterance: 1,
  purpose,
  startSample: 0,
  pcm: new Int16Array(16_000),
  language: '',
  languages: [],
  prompt: '',
});

function rig(reply: () => Promise<Recognition>, background = false) {
  const told: string[] = [];
  const governor = new PartialGovernor({ capacity: 1, partialShare: 1 });
  const decoder = new Decoder(
    { governor, metrics: new SttMetrics(new Registry()), spans: Spans.under('') },
    { finalDeadlineMs: 5_000, background },
    {
      onReading: (key, reading) => told.push(`read ${key.jobId} ${reading.text} ${reading.decodeMs}`),
      onFailure: (key, failure) => told.push(`failed ${key.jobId} ${failure.code} ${failure.retryable}`),
    },
  );
  return { told, governor, decoder, engine: new TestEngine(reply) };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const hello = { text: 'hello', language: 'en', confidence: 0, decodeMs: 40 };

describe('the decoder', () => {
  it('puts finals before pieces before what is only shown', async () => {
    const { decoder, engine } = rig(() => Promise.resolve(hello));
    for (const purpose of ['partial', 'segment', 'early', 'final'] as const)
      decoder.start(order(purpose), engine);
    await settle();
    const priorities = engine.requests.map(({ priority }) => priority);
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
    expect(engine.requests.map(({ partial }) => partial)).toEqual([true, false, false, false]);
  });

  it('lets everything else go before a recording', async () => {
    const live = rig(() => Promise.resolve(hello));
    const recording = rig(() => Promise.resolve(hello), true);
    live.decoder.start(order('partial'), live.engine);
    recording.decoder.start(order('final'), recording.engine);
    await settle();
    expect(recording.engine.requests[0]!.priority).toBeLessThan(live.engine.requests[0]!.priority);
  });

  it('tells what was read and how long that took', async () => {
    const { decoder, told, engine } = rig(() => Promise.resolve(hello));
    decoder.start(order('final'), engine);
    await settle();
    expect(told).toEqual(['read 1 hello 40']);
  });

  it('tells a failure by its class', async () => {
    const { decoder, told, engine } = rig(() => Promise.reject(new EngineError('transient', 'died', 'x')));
    decoder.start(order('final'), engine);
    await settle();
    const broken: RecognizerEngine = Object.assign(new TestEngine(() => Promise.reject(new Error('x'))));
    decoder.start(order('final'), broken);
    await settle();
    expect(told).toEqual(['failed 1 died true', 'failed 1 internal false']);
  });

  it('tells nothing of what was dropped, and frees the place of a partial', async () => {
    const { decoder, told, engine, governor } = rig(() => Promise.resolve(hello));
    decoder.start(order('partial'), engine);
    expect(governor.mayStart(performance.now(), 0, 1_000)).toBe(false);
    decoder.drop({ turn: 1, jobId: 1 });
    expect(engine.requests[0]!.signal!.aborted).toBe(true);
    await settle();
    expect(told).toEqual([]);
    expect(governor.mayStart(performance.now(), 0, 1_000)).toBe(true);
  });

  it('gives an engine a few stretches at a time, in order, and keeps the others', async () => {
    const waiting: (() => void)[] = [];
    const { decoder, engine, told } = rig(
      () => new Promise((resolve) => waiting.push(() => resolve({ ...hello, text: `${waiting.length}` }))),
    );
    Object.assign(engine, { capacity: 1 });
    for (const jobId of [1, 2, 3, 4, 5])
      decoder.start({ ...order('final'), jobId, utterance: jobId }, engine);
    expect(engine.requests).toHaveLength(2);
    decoder.drop({ turn: 1, jobId: 4 });
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      next();
      await settle();
    }
    expect(engine.requests.map(({ utterance }) => utterance)).toEqual([1, 2, 3, 5]);
    expect(told).toHaveLength(4);
  });

  it('does not read on a chance what is to be read anew with what followed', async () => {
    const { decoder, engine, told } = rig(() => new Promise(() => undefined));
    Object.assign(engine, { capacity: 1 });
    const orders = [order('final'), order('final'), order('early'), order('early'), order('final')];
    for (const [jobId, one] of orders.entries()) decoder.start({ ...one, jobId }, engine);
    decoder.start({ ...order('early'), jobId: 9, startSample: 500 }, engine);
    await settle();
    expect(told).toEqual(['failed 2 superseded false', 'failed 3 superseded false']);
    decoder.close();
  });
});
