import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTarball, makeZip } from '../testing/archives';
import { failureOf, noise, pinOf, put, temporaryFolder } from '../testing/files';
import { extractTarball, extractZip } from './archives';

const folder = temporaryFolder();
const wanted = noise(100_000);
const contents = { 'data/other.bin': noise(5000), 'data/model.bin': wanted, 'read.me': 'hello' };

describe.each([
  ['zip', makeZip, extractZip],
  ['tarball', makeTarball, extractTarball],
])('extracting from a %s', (_kind, make, extract) => {
  const archive = (files = {}) => make(join(folder(), 'archive'), { ...contents, ...files });
  const member = (name = 'data/model.bin', bytes = wanted) => ({
    member: name,
    path: join(folder(), 'out', pinOf(bytes).sha256),
    ...pinOf(bytes),
  });

  beforeEach(() => put(join(folder(), 'out', 'keep'), ''));

  it('takes the members asked for', async () => {
    await extract(await archive(), [member(), member('read.me', Buffer.from('hello'))]);
    expect(readFileSync(member().path).equals(wanted)).toBe(true);
    expect(readFileSync(member('read.me', Buffer.from('hello')).path, 'utf8')).toBe('hello');
  });

  it.each([
    ['other bytes', noise(wanted.length), /sha256/],
    ['fewer bytes', wanted.subarray(1), /ends after 99999/],
    ['more bytes', Buffer.concat([wanted, wanted]), /longer than the pinned/],
  ])('refuses a member with %s', async (_what, bytes, message) => {
    const broken = await archive({ 'data/model.bin': bytes });
    expect((await failureOf(extract(broken, [member()]))).message).toMatch(message);
    expect(existsSync(member().path)).toBe(false);
    expect(existsSync(`${member().path}.tmp`)).toBe(false);
  });

  it('names a member that is not there', async () => {
    const failure = await failureOf(extract(await archive(), [member('data/none.bin')]));
    expect(failure.message).toMatch(/does not hold data\/none\.bin/);
  });

  it('refuses what is no archive, or only half of one', async () => {
    const garbage = await put(join(folder(), 'garbage'), noise(5000));
    expect((await failureOf(extract(garbage, [member()]))).message).toMatch(/is not a|does not hold/);
    const half = readFileSync(await archive()).subarray(0, 60_000);
    const cut = await put(join(folder(), 'cut'), half);
    await failureOf(extract(cut, [member()]));
    expect(existsSync(member().path)).toBe(false);
  });
});
