import { codeOf, messageOf } from '../errors';
import { sha256File } from '../files/hash';
import { acceptedPins } from '../manifest/manifest';
import type { ModelFile, NamedPin } from '../manifest/schema';
import { bundledDir, filePath } from './layout';
import { hasStamp, look, writeStamp, type Sighting } from './stamp';

export interface FileState {
  readonly state: 'ok' | 'missing' | 'truncated' | 'tampered';
  readonly path: string;
  readonly pin: NamedPin;
  /** For people: what is wrong. */
  readonly detail?: string;
}

export interface InspectOptions {
  /** Hash the file even where a stamp says that it was hashed before and has not changed since. */
  readonly full?: boolean;
  readonly signal?: AbortSignal;
}

/** What the cache holds of one file: the first form of it that is right, else what is wrong with the first found. */
export async function inspectFile(
  dir: string,
  model: string,
  file: ModelFile,
  options: InspectOptions = {},
): Promise<FileState> {
  if (file.bundled) return inspectPin(bundledDir, model, file, options);
  const states: FileState[] = [];
  for (const pin of acceptedPins(file)) {
    const state = await inspectPin(dir, model, pin, options);
    if (state.state === 'ok') return state;
    states.push(state);
  }
  return states.find(({ state }) => state !== 'missing') ?? states[0]!;
}

async function inspectPin(
  dir: string,
  model: string,
  pin: NamedPin,
  { full, signal }: InspectOptions,
): Promise<FileState> {
  const path = filePath(dir, model, pin.name);
  const found = (state: FileState['state'], detail?: string): FileState => ({
    state,
    path,
    pin,
    ...(detail !== undefined && { detail }),
  });
  let seen: Sighting;
  try {
    seen = await look(path);
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
    return found('missing', absent ? 'is not there' : `cannot be read: ${messageOf(error)}`);
  }
  const { stats } = seen;
  if (!stats.isFile()) return found('tampered', 'is not a file');
  if (stats.size < pin.sizeBytes) {
    return found('truncated', `has ${stats.size} of ${pin.sizeBytes} bytes`);
  }
  if (stats.size > pin.sizeBytes) {
    return found('tampered', `has ${stats.size} bytes instead of ${pin.sizeBytes}`);
  }
  if (full !== true && (await hasStamp(dir, model, pin, seen))) return found('ok');
  const sha256 = await sha256File(path, signal);
  if (sha256 !== pin.sha256) return found('tampered', `has sha256 ${sha256} instead of ${pin.sha256}`);
  await writeStamp(dir, model, pin, seen);
  return found('ok');
}
