import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { modelNamed } from '../manifest/manifest';
import { noise, pinOf, put, temporaryFolder } from '../testing/files';
import { hub, manifestOf } from '../testing/manifests';
import { inspectFile } from './inspect';
import { filePath, stampPath } from './layout';
import { CLOCK_STEP_MS } from './stamp';

const folder = temporaryFolder();
const bytes = noise(50_000);
const other = noise(40_000);
const upstream = { ...hub('https://example.com/b', other), yields: { name: 'tiny-b.bin', ...pinOf(other) } };
const manifest = manifestOf({ tiny: { bytes, sources: [hub('https://example.com/a', bytes), upstream] } });
const file = modelNamed(manifest, 'tiny').files['model']!;

const path = () => filePath(folder(), 'tiny', 'tiny.bin');
const inspect = (full = false) => inspectFile(folder(), 'tiny', file, { full });

describe('inspectFile', () => {
  beforeEach(() => put(path(), bytes));

  it('accepts the pinned file and remembers having hashed it', async () => {
    expect(await inspect()).toMatchObject({ state: 'ok', path: path() });
    expect(existsSync(stampPath(folder(), 'tiny', 'tiny.bin'))).toBe(true);
    expect((await inspect(true)).state).toBe('ok');
  });

  it('trusts a stamp only for the file it was made of', async () => {
    const lie = join(folder(), 'lie', 'tiny', 'tiny.bin');
    await put(lie, noise(bytes.length));
    await inspect();
    await cp(stampPath(folder(), 'tiny', 'tiny.bin'), stampPath(join(folder(), 'lie'), 'tiny', 'tiny.bin'));
    expect((await inspectFile(join(folder(), 'lie'), 'tiny', file)).state).toBe('tampered');
  });

  it.each([
    ['a missing file', () => rm(path()), 'missing'],
    ['a file cut short', () => truncate(path(), 100), 'truncated'],
    ['an empty file', () => truncate(path(), 0), 'truncated'],
    ['a file with something behind it', () => appendFile(path(), 'x'), 'tampered'],
    ['other bytes of the same length', () => writeFile(path(), noise(bytes.length)), 'tampered'],
    ['a folder in its place', () => rm(path()).then(() => mkdir(path())), 'tampered'],
  ])('refuses %s, hashed before or not', async (_what, harm, state) => {
    await inspect();
    await harm();
    expect(await inspect()).toMatchObject({ state, detail: expect.any(String) });
    await rm(stampPath(folder(), 'tiny', 'tiny.bin'), { force: true });
    expect((await inspect()).state).toBe(state);
  });

  it('sees one changed bit though size and modification time are as before', async () => {
    await inspect();
    const before = await stat(path());
    const changed = Buffer.from(bytes);
    changed[777]! ^= 1;
    await writeFile(path(), changed);
    await utimes(path(), before.atime, before.mtime);
    expect((await inspect()).state).toBe('tampered');
  });

  /** A stamp for the file as it is now, seen so long after its last change. */
  async function forge(afterMs: number): Promise<void> {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path(), { bigint: true });
    const seenAtMs = Number(ctimeNs / 1_000_000n) + 1 + afterMs;
    const times = { mtimeNs: String(mtimeNs), ctimeNs: String(ctimeNs) };
    const stamp = { sha256: file.sha256, size: String(size), ...times, inode: String(ino), seenAtMs };
    await put(stampPath(folder(), 'tiny', 'tiny.bin'), JSON.stringify(stamp));
  }

  it('does not hash again what a stamp vouches for, unless asked to', async () => {
    await writeFile(path(), noise(bytes.length));
    await forge(CLOCK_STEP_MS);
    expect((await inspect()).state).toBe('ok');
    expect((await inspect(true)).state).toBe('tampered');
  });

  it('trusts no stamp taken in the same instant as the last change', async () => {
    await writeFile(path(), noise(bytes.length));
    await forge(0);
    expect((await inspect()).state).toBe('tampered');
  });

  it('makes nothing of a broken stamp', async () => {
    await put(stampPath(folder(), 'tiny', 'tiny.bin'), '{"sha256":');
    expect((await inspect()).state).toBe('ok');
    expect(await readFile(stampPath(folder(), 'tiny', 'tiny.bin'), 'utf8')).toContain(file.sha256);
  });

  it('works in a folder it cannot write', async () => {
    await chmod(join(folder(), 'tiny'), 0o555);
    expect((await inspect()).state).toBe('ok');
    await chmod(join(folder(), 'tiny'), 0o755);
  });

  it('takes another accepted form of the file, even beside a damaged one', async () => {
    await truncate(path(), 3);
    await put(filePath(folder(), 'tiny', 'tiny-b.bin'), other);
    expect(await inspect()).toMatchObject({ state: 'ok', pin: { name: 'tiny-b.bin' } });
  });
});
