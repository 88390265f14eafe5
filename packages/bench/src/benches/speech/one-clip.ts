import { RealtimeClient, field, normaliseWords, wordErrors } from '@parley/testing';
import type { WordErrors } from '@parley/testing';
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
const transcribed = 'conversation.item.input_audio_transcription.completed';

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
    const completed = await client
      .waitFor('conversation.item.input_audio_transcription.completed', {
        timeoutMs: clip.durationMs + 15_000,
      })
      .catch(() => undefined);
    if (options.respond) await firstAudio(client, clip.durationMs + 20_000);
    const audible = firstAudibleMs(client.events);
    if (options.respond) await client.waitFor('response.done', { timeoutMs: 30_000 }).catch(() => undefined);
    stopListening.abort();
    await speaking;
    const heard = allTranscripts(client);
    // A clip with a long pause is more than one turn: what counts is when the last of it was known.
    const last = completed === undefined ? undefined : client.events.findLast((e) => e.type === transcribed);
    return {
      clip: clip.name,
      heard,
      errors: wordErrors(clip.text, heard),
      finalDelayMs: last === undefined ? undefined : last.atMs - speechEnd,
      firstAudibleMs: audible === undefined ? undefined : audible - speechEnd,
      ...partialStability(client),
      answer: client.events
        .filter((event) => event.type === 'response.output_audio_transcript.done')
        .map((event) => String(event.body['transcript']))
        .join(' '),
    };
  } finally {
    await client.close();
  }
}

async function firstAudio(client: RealtimeClient, timeoutMs: number): Promise<void> {
  await client
    .waitFor(() => firstAudibleMs(client.events) !== undefined, { timeoutMs })
    .catch(() => undefined);
}

function allTranscripts(client: RealtimeClient): string {
  return client.events
    .filter((event) => event.type === 'conversation.item.input_audio_transcription.completed')
    .map((event) => String(event.body['transcript']))
    .join(' ');
}

/** How many of the words shown while the caller spoke are not what the final transcript has there. */
function partialStability(client: RealtimeClient): { partialWords: number; partialWordsChanged: number } {
  let partialWords = 0;
  let partialWordsChanged = 0;
  for (const completed of client.events) {
    if (completed.type !== 'conversation.item.input_audio_transcription.completed') continue;
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
