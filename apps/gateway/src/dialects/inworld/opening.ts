import type { SessionPatch } from '@parley/protocol';
import type { ExtrasChange } from '../../session/extras';

/** The model is named by the first update, and not by the address: until then a router's choice. */
export const openingModel = 'inworld/auto';

const transcriptionModel = 'inworld/inworld-stt-1';

/** What a session of Inworld's starts with. */
export const openingPatch: SessionPatch = {
  type: 'realtime',
  audio: { input: { transcription: { model: 'default' } } },
};

export const openingExtras: ExtrasChange = {
  voiceMayChange: true,
  answersTools: true,
  said: { transcription_model: transcriptionModel, both: true, providerData: { auto_tool_response: true } },
};
