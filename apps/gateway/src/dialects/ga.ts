import type { Codec } from './codec';

/** The GA dialect is the shape the server works with; what is beyond it is not told. */
export const gaCodec: Codec = {
  toGa: (event) => ({ event }),
  fromGa: (event) => event,
  beyondGa: false,
  audioDeltaType: 'response.output_audio.delta',
};
