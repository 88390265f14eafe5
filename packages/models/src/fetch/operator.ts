import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError, messageOf } from '../errors';
import { writeVerified } from '../files/write-verified';
import type { NamedPin } from '../manifest/schema';
import { download, type DownloadOptions } from './download';
import { parseAddress } from './web-address';

/** The operator's own store, laid out as the cache is: `<store>/<model>/<file>`. */
export interface OperatorStore {
  /** For messages: no credentials. */
  readonly label: string;
  /** Fetches one form of a file. @throws ModelError */
  fetch(model: string, pin: NamedPin, path: string, options: DownloadOptions): Promise<void>;
}

/** `where` is a folder, a file:// address or an http(s) prefix. @throws ModelError `bad_source` */
export function operatorStore(where: string): OperatorStore {
  if (/^https?:\/\//.test(where)) return webStore(where);
  const folder = where.startsWith('file://') ? fileURLToPath(where) : where;
  return {
    label: folder,
    fetch: async (model, pin, path, { signal, onBytes }) => {
      const from = join(folder, model, pin.name);
      try {
        await access(from);
      } catch {
        throw new ModelError('unavailable', `no readable ${from}`);
      }
      await writeVerified(createReadStream(from, { highWaterMark: 1 << 20 }), path, pin, { signal, onBytes });
    },
  };
}

function webStore(prefix: string): OperatorStore {
  const base = prefix.replace(/\/+$/, '');
  let label: string;
  try {
    label = parseAddress(base).url;
  } catch (cause) {
    throw new ModelError('bad_source', `PARLEY_MODELS_SOURCE is not an address: ${messageOf(cause)}`);
  }
  return {
    label,
    fetch: async (model, pin, path, options) => {
      await download(`${base}/${model}/${encodeURIComponent(pin.name)}`, path, pin, options);
    },
  };
}
