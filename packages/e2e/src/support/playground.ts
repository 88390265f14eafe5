import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@parley/testing';

const run = promisify(execFile);

/** Modules come from where they were found, as a browser has them. */
const hooks = `
  export const resolve = (name, context, next) =>
    (context.parentURL ?? '').startsWith('http:') || name.startsWith('http:')
      ? { url: new URL(name, context.parentURL).href, shortCircuit: true }
      : next(name, context);
  export async function load(url, context, next) {
    if (!url.startsWith('http:')) return next(url, context);
    const response = await fetch(url);
    if (!response.headers.get('content-type').startsWith('text/javascript')) throw new Error(url);
    return { format: 'module', source: await response.text(), shortCircuit: true };
  }`;

const program = (origin: string, model: string, text: string): string => `
  import { register } from 'node:module';
  import { WebSocket } from 'ws';
  register('data:text/javascript;base64,${Buffer.from(hooks).toString('base64')}');
  const page = (name) => import('${origin}/playground/' + name);
  const [{ connect, sessionUpdate }, { nothing, shownAfter }, { choicesOf, matching }] =
    await Promise.all(['wire', 'conversation', 'choices'].map(page));
  const get = async (path) =>
    (await fetch('${origin}' + path, { headers: { authorization: 'Bearer any' } })).json();
  const choices = choicesOf(
    await get('/router/v1/routers'),
    await get('/v1/models?all=true'),
  );
  const { voices } = await get('/voices/v1/voices?pageSize=1000');
  const settings = {
    ...{ model: '${model}', voice: voices[0].voiceId, instructions: 'Be kind.' },
    ...{ turns: 'semantic_vad', modality: 'audio' },
  };
  let shown = nothing;
  let audioBytes = 0;
  const closed = await new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(JSON.stringify(shown))), 20_000).unref();
    const connection = connect('${origin}', '', settings.model, {
      opened() {
        connection.send(sessionUpdate(settings, 48_000));
        connection.send({
          type: 'conversation.item.create',
          item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: '${text}' }] },
        });
        connection.send({ type: 'response.create' });
      },
      received(event) {
        shown = shownAfter(shown, event);
        if (event.type === 'response.output_audio.delta') audioBytes += event.delta.length * 0.75;
        if (event.type === 'parley.turn_timing') connection.close();
      },
      sent() {},
      closed: resolve,
    }, WebSocket);
  });
  console.log(JSON.stringify({ choices, shown, audioBytes, closed, found: matching(choices, 'gpt-4.1 tools').length }));`;

export interface PlaygroundVisit {
  readonly choices: readonly { readonly id: string; readonly kind: string; readonly about: string }[];
  readonly shown: {
    readonly lines: readonly { readonly who: string; readonly text: string }[];
    readonly facts: Readonly<Record<string, string>>;
  };
  readonly audioBytes: number;
  readonly closed: number;
  /** By words of theirs. */
  readonly found: number;
}

/** A conversation with the modules of the page that a gateway serves, all but those that need a browser. */
export async function visitPlayground(origin: string, model: string, text: string): Promise<PlaygroundVisit> {
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '-e', program(origin, model, text)],
    {
      cwd: path.join(repositoryRoot(), 'packages', 'e2e'),
      maxBuffer: 16 * 1024 * 1024,
      timeout: 60_000,
    },
  );
  return JSON.parse(stdout) as PlaygroundVisit;
}
