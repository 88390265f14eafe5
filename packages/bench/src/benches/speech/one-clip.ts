import { RealtimeClient, field, normaliseWords, wordErrors } from '@parley/testing';
import type { ReceivedEvent, WordErrors } from '@parley/testing';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clip } from '../../support/clips';
import { firstAudibleMs } from '../../support/player';

export interface ClipResult {
  readonly clip: string;
  readonly heard: string;
  readonly errors: WordErrors;
  /** From the true end of speech, as the listener's clock has it. */
  readonly finalDelayMs: number | undefined;
  readonly firstAudibleMs: number | undefined;
  readonly partialWords: number;
  readonly partialWordsChanged: number;
  readonly answer: string;
}

export interface ClipOptions {
  readonly url: string;
  readonly key: string | undefined;
  readonly silenceMs: number;
  /** Ask for an answer too; else only listen. */
  readonly respond: boolean;
}

const leadInMs = 300;
/** A turn that ends with the clip has been committed by then. */
const lateTurnMs = 500;
const answerMs = 30_000;
const transcribed = 'conversation.item.input_audio_transcription.completed';
const notTranscribed = 'conversation.item.input_audio_transcription.failed';

/** One clip as one turn of a caller, in real time, through the public WebSocket. */
export async function speakClip(clip: Clip, options: ClipOptions): Promise<ClipResult> {
  const client = await RealtimeClient.connect({
    url: options.url,
    ...(options.key === undefined ? {} : { key: options.key }),
  });
  try {
    await client.waitFor('session.created');
    client.send({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: {
          input: {
            transcription: { model: 'whisper-1', language: 'en' },
            turn_detection: {
              type: 'server_vad',
              silence_duration_ms: options.silenceMs,
              create_response: options.respond,
            },
          },
        },
      },
    });
    await client.waitFor('session.updated');
    const tail = Buffer.alloc(48 * (options.silenceMs + (options.respond ? 6_000 : 2_500)));
    const lead = Buffer.alloc(48 * leadInMs);
    const stopListening = new AbortController();
    const speaking = client.speak(Buffer.concat([lead, clip.pcm, tail]), { signal: stopListening.signal });
    const speechEnd = performance.now() + leadInMs + clip.speechEndMs;
    // A clip with a long pause is more than one turn: what counts is when the last of it was known and answered.
    await delay(speechEnd + options.silenceMs + lateTurnMs - performance.now());
    await client.waitFor(() => everyTurnKnown(client.events), { timeoutMs: answerMs }).catch(() => undefined);
    const lastCommit = client.events.findLastIndex((event) => event.type === 'input_audio_buffer.committed');
    const answers = (): ReceivedEvent[] => client.events.slice(Math.max(0, lastCommit));
    if (options.respond) {
      await client
        .waitFor(() => firstAudibleMs(answers()) !== undefined, { timeoutMs: answerMs })
        .catch(() => undefined);
      await client
        .waitFor('response.done', { timeoutMs: answerMs, from: Math.max(0, lastCommit) })
        .catch(() => undefined);
    }
    stopListening.abort();
    await speaking;
    const heard = allTranscripts(client);
    const last = client.events.findLast((event) => event.type === transcribed);
    const audible = firstAudibleMs(answers());
    return {
      clip: clip.name,
      heard,
      errors: wordErrors(clip.text, heard),
      finalDelayMs: last === undefined ? undefined : last.atMs - speechEnd,
      firstAudibleMs: audible === undefined ? undefined : audible - speechEnd,
      ...partialStability(client),
      answer: answers()
        .filter((event) => event.type === 'response.output_audio_transcript.done')
        .map((event) => String(event.body['transcript']))
        .join(' '),
    };
  } finally {
    await client.close();
  }
}

/** Whether every turn that began has been committed and transcribed. */
function everyTurnKnown(events: readonly ReceivedEvent[]): boolean {
  const count = (...types: string[]): number => events.filter((event) => types.includes(event.type)).length;
  const committed = count('input_audio_buffer.committed');
  return (
    count('input_audio_buffer.speech_started') === committed &&
    committed === count(transcribed, notTranscribed)
  );
}

function allTranscripts(client: RealtimeClient): string {
  return client.events
    .filter((event) => event.type === transcribed)
    .map((event) => String(event.body['transcript']))
    .join(' ');
}

/** How many of the words shown while the caller spoke are not what the final transcript has there. */
function partialStability(client: RealtimeClient): { partialWords: number; partialWordsChanged: number } {
  let partialWords = 0;
  let partialWordsChanged = 0;
  for (const completed of client.events) {
    if (completed.type !== transcribed) continue;
    const shown = client.events
      .filter(
        (event) =>
          event.type === 'conversation.item.input_audio_transcription.delta' &&
          event.body['item_id'] === completed.body['item_id'] &&
          event.atMs < completed.atMs,
      )
      .map((event) => String(field(event, 'delta')))
      .join('');
    const words = normaliseWords(shown);
    const final = normaliseWords(String(completed.body['transcript']));
    partialWords += words.length;
    partialWordsChanged += words.filter((word, index) => final[index] !== word).length;
  }
  return { partialWords, partialWordsChanged };
}
