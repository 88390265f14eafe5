import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface Share {
  readonly name: string;
  readonly percent: number;
}

/** First match decides. */
const groups: readonly (readonly [string, RegExp])[] = [
  ['garbage collection', /^\(garbage collector\)/],
  [
    'system calls and native code',
    /^\((program|root)\)|writev|writeBuffer|writeLatin1String|writeUtf8String/,
  ],
  ['base64', /base64|toString .*buffer/i],
  ['JSON and events', /packages\/protocol|JSON|^(parse|stringify) /],
  ['audio', /wasm-function|packages\/audio|shell\/audio/],
  ['protobuf', /packages\/contracts|protobufjs/],
  ['bus', /packages\/bus|\/nats\/|nats-base-client/],
  ['WebSocket', /\/ws\/lib|transports\/websocket/],
  ['Redis', /ioredis|packages\/state|redis-parser/],
  ['session engine', /session\/engine/],
  ['session shell', /session\/shell/],
  ['metrics and logs', /prom-client|packages\/telemetry|pino/],
  [
    'Node: sockets and streams',
    /node:(net|internal\/stream|internal\/streams|stream|_http|http|internal\/js_stream)/,
  ],
  ['Node: timers and queues', /node:(timers|internal\/timers|internal\/process|events|internal\/async)/],
  ['Node: other', /node:/],
];

/** Self time in the last `lastMs` of the longest profile in `directory`, idle time left out. */
export function whereTimeGoes(directory: string, lastMs: number): { groups: Share[]; functions: Share[] } {
  const profiles = readdirSync(directory).map((name) => read(path.join(directory, name)));
  const profile = profiles.toSorted((a, b) => b.samples.length - a.samples.length)[0];
  if (profile === undefined) throw new Error(`no profile in ${directory}`);
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  const totalUs = profile.timeDeltas.reduce((sum, delta) => sum + delta, 0);
  let passedUs = 0;
  profile.samples.forEach((id, index) => {
    passedUs += profile.timeDeltas[index] ?? 0;
    if (passedUs < totalUs - lastMs * 1_000) return;
    const name = names.get(id) ?? '';
    if (name.startsWith('(idle)')) return;
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  });
  const byGroup = new Map<string, number>();
  for (const [name, time] of times) {
    const group = groups.find(([, pattern]) => pattern.test(name))?.[0] ?? 'everything else';
    byGroup.set(group, (byGroup.get(group) ?? 0) + time);
  }
  return { groups: shares(byGroup), functions: shares(times).slice(0, 25) };
}

const read = (file: string): Profile => JSON.parse(readFileSync(file, 'utf8')) as Profile;

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const short = url.replace(/^.*\/node_modules\//, '').replace(/^.*\/(apps|packages)\//, '$1/');
  return `${functionName || '(anonymous)'} ${short}${url === '' ? '' : `:${lineNumber + 1}`}`.trim();
}

function shares(times: ReadonlyMap<string, number>): Share[] {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .map(([name, time]) => ({ name, percent: (100 * time) / total }))
    .toSorted((a, b) => b.percent - a.percent);
}
