import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fromRoot } from './paths.mjs';

const require = createRequire(import.meta.url);
const WAV = fromRoot('assets/utterance.wav');
const INSTRUCTIONS =
  'The caller reads you one line of a novel. Answer in one short, complete sentence of plain words.';
/** The reply's audio must be recognised as its words at least to this share. */
export const WANTED_AGREEMENT = 0.95;

/** Conversations held until one is right: a small model may answer with a word no recogniser tells apart. */
const ATTEMPTS = 3;

/** `converseOnce` until it is right, `ATTEMPTS` times at the most; says how many it took. */
export async function selfCheck(options) {
  for (let attempts = 1; ; attempts += 1) {
    const result = await converseOnce(options);
    if (result.ok || attempts === ATTEMPTS) return { ...result, attempts };
  }
}

/**
 * One real conversation: the shipped recording of a person is spoken to the gateway, and the reply's audio is
 * given back to the same recogniser.
 *
 * @returns what was heard and answered, how the two compare with what should be, and the stage timings
 */
async function converseOnce({ url, key, allowUntrusted = false, onEvent }) {
  const { converse, transcribe, loadRecording } = require(fromRoot('packages/cli/dist/index.js'));
  const { normaliseWords, wordErrors } = require(fromRoot('packages/testing/dist/text/words.js'));
  const expected = fs.readFileSync(fromRoot('assets/utterance.txt'), 'utf8').trim();
  const options = { url, key, allowUntrusted, language: 'en', silenceMs: 300, instructions: INSTRUCTIONS };

  const talk = await converse(await loadRecording(WAV), { ...options, onEvent });
  const heard = talk.heard.join(' ');
  const reply = talk.replies.at(-1);
  const answered = reply?.text ?? '';
  const spoken = normaliseWords(answered).length > 0 && reply.audio.length > 0;
  const replyHeard = spoken ? await transcribe(reply.audio, options) : '';
  const compared = wordErrors(answered, replyHeard);
  const replyAgreement = spoken ? round(agreement(compared), 3) : 0;
  const heardErrors = wordErrors(expected, heard);
  return {
    ok:
      heardErrors.errors === 0 &&
      reply?.status === 'completed' &&
      spoken &&
      replyAgreement >= WANTED_AGREEMENT &&
      talk.errors.length === 0,
    heard,
    expected,
    heardDifferences: heardErrors.differences,
    answered,
    replyStatus: reply?.status ?? 'none',
    replyHeard,
    replyAgreement,
    replyDifferences: compared.differences,
    replySeconds: round((reply?.audio.length ?? 0) / 24_000, 2),
    firstAudioAfterSpeechMs:
      reply?.firstAudioMs === undefined ? null : Math.round(reply.firstAudioMs - talk.spokenMs),
    engines: talk.engines,
    persona: talk.persona ?? null,
    timings: rounded(talk.timings.at(-1) ?? {}),
    errors: talk.errors,
  };
}

/** The share of the reply's words that was heard; words invented in between do not count against it. */
export function agreement({ words, differences }) {
  const missed = differences.filter((difference) => !difference.startsWith('∅')).length;
  return words === 0 ? 0 : (words - missed) / words;
}

const rounded = (stages) =>
  Object.fromEntries(Object.entries(stages).map(([name, ms]) => [name, round(ms, 1)]));
const round = (value, digits) => Number(value.toFixed(digits));
