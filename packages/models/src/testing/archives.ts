import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create } from 'tar';
import { ZipFile } from 'yazl';
import { put } from './files';

export type Contents = Readonly<Record<string, Buffer | string>>;

export async function makeZip(path: string, contents: Contents): Promise<string> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(contents)) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  await mkdir(dirname(path), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** A wheel that pip accepts, in `dir`. */
export async function makeWheel(
  dir: string,
  name: string,
  version: string,
  contents: Contents,
): Promise<string> {
  const module = name.replaceAll('-', '_');
  const info = `${module}-${version}.dist-info`;
  return makeZip(join(dir, `${module}-${version}-py3-none-any.whl`), {
    ...contents,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/RECORD`]: '',
  });
}

/** An npm tarball: everything under `package/`. */
export async function makeTarball(path: string, contents: Contents): Promise<string> {
  const root = `${path}.contents`;
  for (const [name, bytes] of Object.entries(contents)) {
    await put(join(root, 'package', name), Buffer.from(bytes));
  }
  await mkdir(dirname(path), { recursive: true });
  await create({ file: path, gzip: true, cwd: root }, ['package']);
  await rm(root, { recursive: true });
  return path;
}
