import { testSession } from '../../engine/testing/harness';
import { noExtras } from '../../extras';
import { hearConfig } from './hearing-messages';

it('sends a threshold and a silence of 0 as the least there is, not as the defaults that 0 stands for', () => {
  const session = testSession();
  const { input } = session.audio;
  const detection = { ...input.turn_detection, threshold: 0, silence_duration_ms: 0 } as never;
  const audio = { ...session.audio, input: { ...input, turn_detection: detection } };
  const { turnDetection } = hearConfig({ session: { ...session, audio }, extras: noExtras });
  expect(turnDetection).toMatchObject({ threshold: 0.001, silenceDurationMs: 1, prefixPaddingMs: 300 });
});
