import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@parley/testing';
import type { WireEvent } from './wire-reader';

/** What one client did and met on the wire: the facts of docs/compatibility.md. */
export interface Observation {
  readonly client: string;
  /** Of the package; of what is in this repository: none. */
  readonly version: string | null;
  readonly dialect: string;
  /** The tests that were passed with it. */
  readonly checks: readonly string[];
  /** Types of the events it sent, with the paths of their fields. */
  readonly sent: Readonly<Record<string, readonly string[]>>;
  /** Types of the events that came back. */
  readonly received: readonly string[];
}

export interface Observed {
  readonly client: string;
  /** Name of its npm package in this workspace. */
  readonly package?: string;
  readonly dialect: string;
}

export const observedFolder = path.join(repositoryRoot(), 'packages/e2e/observed');

/** Whether one of these comes depends on how fast things are. */
const chance = ['conversation.item.input_audio_transcription.delta'];
/** Fields with keys of the client's own. */
const opaque = new Set(['metadata', 'parameters', 'variables']);

/**
 * Call inside a `describe`: compares what passed on the wire with what `observed/<name>.json` claims, and fails when
 * the claim is untrue or leaves something out. `npm run compatibility` writes the claims anew.
 */
export function observes(name: string, about: Observed, wire: () => readonly WireEvent[]): void {
  const checks = new Set<string>();
  let seen = 0;
  afterEach(() => {
    const { currentTestName = '' } = expect.getState();
    checks.add(currentTestName);
    seen += 1;
  });
  afterAll(() => {
    if (seen === 0) return;
    const found = observation(about, [...checks], wire());
    const file = path.join(observedFolder, `${name}.json`);
    if (process.env['PARLEY_OBSERVE'] === 'write') {
      fs.writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
      return;
    }
    const claimed = JSON.parse(fs.readFileSync(file, 'utf8')) as Observation;
    const known = claimed.checks.filter((check) => found.checks.includes(check));
    // A part of the tests cannot show all that is claimed.
    const whole = known.length === claimed.checks.length;
    expect({ name, ...difference(claimed, found, whole) }).toEqual({
      name,
      untrue: [],
      missing: [],
    });
  });
}

function difference(
  claimed: Observation,
  found: Observation,
  whole: boolean,
): { untrue: string[]; missing: string[] } {
  const [claims, facts] = [factsOf(claimed), factsOf(found)];
  const without = (all: readonly string[], others: readonly string[]): string[] => {
    const known = new Set(others);
    return all.filter((fact) => !known.has(fact));
  };
  return { untrue: whole ? without(claims, facts) : [], missing: without(facts, claims) };
}

const factsOf = ({ client, version, dialect, checks, sent, received }: Observation): string[] => [
  `${client} ${version ?? ''} ${dialect}`,
  ...checks.map((check) => `passed: ${check}`),
  ...Object.entries(sent).flatMap(([type, fields]) => [
    `sent: ${type}`,
    ...fields.map((field) => `sent: ${type} ${field}`),
  ]),
  ...received.map((type) => `received: ${type}`),
];

function observation(about: Observed, checks: readonly string[], wire: readonly WireEvent[]): Observation {
  const sent = new Map<string, Set<string>>();
  const received = new Set<string>();
  for (const { from, body } of wire) {
    const type = String(body['type']);
    if (from === 'server') {
      if (!chance.includes(type)) received.add(type);
      continue;
    }
    const fields = sent.get(type) ?? new Set<string>();
    sent.set(type, fields);
    collectPaths(body, '', fields);
  }
  return {
    client: about.client,
    version: about.package === undefined ? null : versionOf(about.package),
    dialect: about.dialect,
    checks: [...checks].sort(byCode),
    sent: Object.fromEntries(
      [...sent].sort(([a], [b]) => byCode(a, b)).map(([type, fields]) => [type, [...fields].sort(byCode)]),
    ),
    received: [...received].sort(byCode),
  };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** `session.audio.input.format.type`, `item.content[].text`. */
function collectPaths(value: unknown, at: string, into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const element of value) collectPaths(element, `${at}[]`, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (at === '' && key === 'type') continue;
    const inside = at === '' ? key : `${at}.${key}`;
    into.add(inside);
    if (!opaque.has(key)) collectPaths(inner, inside, into);
  }
}

function versionOf(name: string): string {
  const manifest = path.join(repositoryRoot(), 'packages/e2e/node_modules', name, 'package.json');
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version;
}
