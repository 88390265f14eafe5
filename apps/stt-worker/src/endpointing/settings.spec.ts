import { v1 } from '@parley/contracts';
import { endpointSettings, stopThresholdFor } from './settings';

const { Mode, Eagerness } = v1.TurnDetection;

describe('endpoint settings', () => {
  it('takes what server_vad says', () => {
    const settings = endpointSettings({
      mode: Mode.SERVER_VAD,
      threshold: 0.7,
      prefixPaddingMs: 0,
      silenceDurationMs: 200,
    });
    expect(settings).toMatchObject({
      mode: 'server_vad',
      startThreshold: 0.7,
      prefixPaddingMs: 0,
      silenceDurationMs: 200,
    });
    expect(settings.stopThreshold).toBeCloseTo(0.55);
  });

  it('fills in what the wire left at zero', () => {
    expect(endpointSettings({ mode: Mode.SERVER_VAD })).toMatchObject({
      startThreshold: 0.5,
      silenceDurationMs: 500,
    });
  });

  it('hears no speech begin at less than it ends at', () => {
    expect(endpointSettings({ mode: Mode.SERVER_VAD, threshold: 0.001, silenceDurationMs: 1 })).toMatchObject(
      {
        startThreshold: 0.05,
        stopThreshold: 0.05,
        silenceDurationMs: 1,
      },
    );
  });

  it('takes a threshold and no padding under semantic_vad', () => {
    const detection = {
      mode: Mode.SEMANTIC_VAD,
      threshold: 0.9,
      prefixPaddingMs: 0,
      eagerness: Eagerness.HIGH,
    };
    expect(endpointSettings(detection)).toMatchObject({
      mode: 'semantic_vad',
      startThreshold: 0.9,
      prefixPaddingMs: 300,
      eagerness: 'high',
    });
  });

  it.each([null, undefined])('is push-to-talk without turn detection (%p)', (detection) => {
    expect(endpointSettings(detection).mode).toBe('push_to_talk');
  });

  it('keeps a stop threshold above nothing', () => {
    expect(stopThresholdFor(0.1)).toBe(0.05);
  });
});
