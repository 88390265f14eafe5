import { frameSamples } from '../vad/frame';
import type { Vad } from '../vad/vad';
import { AudioRing } from './audio-ring';
import { VadFeed } from './vad-feed';

it('has all audio judged that came faster than the VAD takes it', () => {
  const taken: Int16Array[] = [];
  let isFree = false;
  let next = (): void => undefined;
  const vad: Vad = {
    open: (onProbability) => ({
      get hasRoom() {
        return isFree;
      },
      push: (frame) => {
        taken.push(frame);
        isFree = false;
        next = () => {
          isFree = true;
          onProbability(0.02, false);
        };
      },
      peek: () => undefined,
      close: () => undefined,
    }),
  };
  const ring = new AudioRing(0, 16_000, 1_600_000);
  const feed = new VadFeed(vad, ring, () => undefined);
  const audio = Int16Array.from({ length: 300 * frameSamples }, (_, i) => (i % 30_000) + 1);
  ring.append(audio);
  isFree = true;
  feed.pump();
  while (taken.length < 300) next();
  next();
  expect(feed.waiting).toBe(0);
  const wrong = taken.findIndex((frame, at) =>
    frame.some((sample, i) => sample !== audio[at * frameSamples + i]),
  );
  expect(wrong).toBe(-1);
});
