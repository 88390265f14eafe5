export type Body = Readonly<Record<string, unknown>>;

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object; an empty one where the text is none. */
export function bodyOf(text: string): Body {
  const value: unknown = JSON.parse(text);
  return isBody(value) ? value : {};
}

/** A value inside an event by dotted path. */
export const at = (body: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isBody(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      body,
    );

export const listAt = (body: unknown, path: string): readonly unknown[] => {
  const value = at(body, path);
  return Array.isArray(value) ? value : [];
};

export const textAt = (body: unknown, path: string): string => {
  const value = at(body, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export interface Settings {
  readonly model: string;
  readonly voice: string;
  readonly instructions: string;
  /** A kind of turn detection, or `none`. */
  readonly turns: string;
  /** `audio` or `text`. */
  readonly modality: string;
}

/** OpenAI's name for a realtime model stands for the one that the server has. */
const serversOwn = 'gpt-realtime';

const sessionOf = (session: Body): Body => ({
  type: 'session.update',
  session: { type: 'realtime', ...session },
});

/** What the page asks of a new session; empty fields leave what the server has. */
export function sessionUpdate(settings: Settings, rateHz: number | undefined): Body {
  const format = rateHz === undefined ? {} : { format: { type: 'audio/pcm', rate: rateHz } };
  return sessionOf({
    ...asked.model(settings),
    ...asked.instructions(settings),
    ...asked.modality(settings),
    audio: {
      input: { ...format, transcription: { model: 'whisper-1' }, ...turnsOf(settings) },
      output: { ...format, ...voiceOf(settings) },
    },
  });
}

/** What it asks where one of them was changed: what the server refuses of one holds up no other. */
export const sessionChange = (settings: Settings, changed: keyof Settings): Body =>
  sessionOf(asked[changed](settings));

const turnsOf = ({ turns }: Settings): Body => ({
  turn_detection: turns === 'none' ? null : { type: turns },
});
const voiceOf = ({ voice }: Settings): Body => (voice === '' ? {} : { voice });

const asked: Readonly<Record<keyof Settings, (settings: Settings) => Body>> = {
  model: ({ model }) => ({ model: model === '' ? serversOwn : model }),
  instructions: ({ instructions }) => ({ instructions }),
  modality: ({ modality }) => ({ output_modalities: [modality] }),
  turns: (settings) => ({ audio: { input: turnsOf(settings) } }),
  voice: (settings) => ({ audio: { output: voiceOf(settings) } }),
};

export interface Connection {
  send(event: Body): void;
  close(): void;
}

export interface Listeners {
  readonly opened: () => void;
  readonly received: (event: Body) => void;
  readonly sent: (event: Body) => void;
  readonly closed: (code: number, reason: string) => void;
}

/**
 * The socket of a session with Parley's extensions. A browser can set no header: the key is one of the subprotocols, as
 * OpenAI's clients have it.
 */
export function connect(
  origin: string,
  key: string,
  model: string,
  listeners: Listeners,
  Socket: typeof WebSocket = WebSocket,
): Connection {
  const url = new URL('/v1/realtime', origin.replace(/^http/, 'ws'));
  url.searchParams.set('parley', '1');
  url.searchParams.set('model', model === '' ? serversOwn : model);
  const socket = new Socket(url, ['realtime', `openai-insecure-api-key.${key === '' ? 'any' : key}`]);
  socket.onopen = () => listeners.opened();
  socket.onmessage = ({ data }) => listeners.received(bodyOf(String(data)));
  socket.onclose = ({ code, reason }) => listeners.closed(code, reason);
  return {
    send(event) {
      if (socket.readyState !== Socket.OPEN) return;
      listeners.sent(event);
      socket.send(JSON.stringify(event));
    },
    close: () => socket.close(1000),
  };
}
