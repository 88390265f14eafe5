import { deadlines, limits } from '../deadlines';
import { headMessage, type Failure, type ResponseState } from './state';

/** The failure a response must end with by now, if one of its waits is over its deadline. */
export function overdue(response: ResponseState, playEndAtMs: number, nowMs: number): Failure | undefined {
  if (nowMs - response.createdAtMs >= deadlines.responseMs) {
    return failure('response_timeout', 'The response took too long.');
  }
  const { llm } = response;
  const modelMs = nowMs - response.llmAtMs;
  if (llm.status === 'waiting' && modelMs >= deadlines.transcriptMs) {
    return failure('transcription_timeout', 'The transcript did not arrive in time.');
  }
  if (llm.status === 'asked' && modelMs >= deadlines.firstTokenMs) return failure('llm_timeout', slowModel);
  if (llm.status === 'streaming' && modelMs >= deadlines.nextTokenMs)
    return failure('llm_timeout', slowModel);
  const speech = headMessage(response)?.speech;
  if (speech?.finishSent !== true || speech.done) return undefined;
  // While the client has enough to play, no audio is asked for.
  const awaitedSinceMs = Math.max(response.speechAtMs, playEndAtMs - limits.maxLeadMs);
  if (nowMs - awaitedSinceMs < deadlines.speechMs) return undefined;
  return failure('tts_timeout', 'Speech synthesis did not go on in time.');
}

const slowModel = 'The language model did not answer in time.';
const failure = (code: string, message: string): Failure => ({ type: 'server_error', code, message });
