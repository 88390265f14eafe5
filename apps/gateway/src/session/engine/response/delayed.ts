import { headMessage, type ResponseState } from './state';

/** The client has stopped playing for so long: everything sent of the message is heard that much later. */
export function delayed(response: ResponseState, ms: number): ResponseState {
  const message = headMessage(response);
  if (message?.speech == null) return response;
  const { speech } = message;
  const ledger = { ...speech.ledger, playEndAtMs: speech.ledger.playEndAtMs + ms };
  return {
    ...response,
    outputs: response.outputs.with(response.head, { ...message, speech: { ...speech, ledger } }),
  };
}
