/** Server events that no test with a client waits for: where they are shown, or why they are not sent. */
export type Unseen = { readonly test: string } | { readonly why: string };

const webrtc: Unseen = { why: 'there is no WebRTC' };

export const unseen: Readonly<Record<string, Unseen>> = {
  'conversation.created': { why: 'the reference does not send it either, whatever it says' },
  'input_audio_buffer.dtmf_event_received': { why: 'there is no SIP' },
  'conversation.item.input_audio_transcription.delta': {
    test: 'packages/e2e/src/details-session.spec.ts › detail 11: transcription is told apart from the answer, once, and its deltas only add',
  },
  'conversation.item.input_audio_transcription.failed': {
    test: 'apps/gateway/src/session/engine/coordinator/transcription-session.spec.ts › conversation.item.input_audio_transcription.failed',
  },
  'conversation.item.input_audio_transcription.segment': { why: 'no engine tells speakers apart' },
  'rate_limits.updated': {
    test: "packages/e2e/src/admission-keys.spec.ts › waitFor('rate_limits.updated')",
  },
  'output_audio_buffer.started': webrtc,
  'output_audio_buffer.stopped': webrtc,
  'output_audio_buffer.cleared': webrtc,
};
