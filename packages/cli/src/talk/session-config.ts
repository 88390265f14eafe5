/** Everything here speaks PCM16 mono at this rate to the server. */
export const WIRE_RATE_HZ = 24_000;

export interface SessionOptions {
  readonly instructions?: string;
  readonly voice?: string;
  /** ISO-639-1; without it the language is detected. */
  readonly language?: string;
  /** `push-to-talk`: turns end when `commit` is called, and nothing is answered by itself. */
  readonly turns?: 'server-vad' | 'push-to-talk';
  readonly silenceMs?: number;
}

/** The session.update event for these options; what is not given stays as the server has it. */
export function sessionUpdate(options: SessionOptions): Readonly<Record<string, unknown>> {
  const format = { type: 'audio/pcm', rate: WIRE_RATE_HZ };
  const { instructions, voice, language, silenceMs } = options;
  return {
    type: 'session.update',
    session: {
      type: 'realtime',
      output_modalities: ['audio'],
      ...(instructions === undefined ? {} : { instructions }),
      audio: {
        input: {
          format,
          transcription: { model: 'whisper-1', ...(language === undefined ? {} : { language }) },
          turn_detection:
            options.turns === 'push-to-talk'
              ? null
              : {
                  type: 'server_vad',
                  ...(silenceMs === undefined ? {} : { silence_duration_ms: silenceMs }),
                },
        },
        output: { format, ...(voice === undefined ? {} : { voice }) },
      },
    },
  };
}
