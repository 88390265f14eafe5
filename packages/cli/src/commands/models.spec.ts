import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { noise, put, temporaryFolder } from '@parley/models/testing/files';
import { fileServer } from '@parley/models/testing/file-server';
import { hub, manifestOf } from '@parley/models/testing/manifests';
import { Command } from 'commander';
import { registerModels, type ModelsIo } from './models';

const folder = temporaryFolder();
const server = fileServer();
const bytes = noise(20_000);
const signals = new EventEmitter();

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as `npm run models --` does. */
async function models(line: string, onProgress: (text: string) => void = () => undefined): Promise<Run> {
  const source = hub('http://127.0.0.1:9/none', bytes);
  const remote = hub(server().serve('/far.bin', bytes), bytes);
  const manifest = manifestOf({
    tiny: { bytes, sources: [source], sets: ['default', 'small'] },
    other: { bytes, sources: [source] },
    nc: { bytes, sources: [source], licenseClass: 'restricted' },
    far: { bytes, sources: [remote] },
  });
  const out: string[] = [];
  const err: string[] = [];
  const io: ModelsIo = {
    out: (text) => out.push(text),
    err: (text) => {
      err.push(text);
      onProgress(text);
    },
    terminal: undefined,
    manifest,
    signals,
  };
  const program = new Command().exitOverride().configureOutput({ writeErr: (text) => err.push(text) });
  registerModels(program, io);
  for (const command of program.commands.flatMap((group) => [group, ...group.commands])) {
    command.exitOverride().configureOutput({ writeErr: (text) => err.push(text) });
  }
  const before = process.exitCode;
  const failed = await program.parseAsync(['models', ...line.split(' ')], { from: 'user' }).then(
    () => undefined,
    () => -1,
  );
  const code = failed ?? Number(process.exitCode);
  process.exitCode = before;
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const cached = (name = 'tiny') => join(folder(), 'cache', name, `${name}.bin`);
const environment = { ...process.env };

beforeEach(async () => {
  process.env['PARLEY_MODELS_DIR'] = join(folder(), 'cache');
  process.env['PARLEY_MODELS_SOURCE'] = join(folder(), 'store');
  for (const name of ['tiny', 'nc']) await put(join(folder(), 'store', name, `${name}.bin`), bytes);
});
afterEach(() => {
  process.env = { ...environment };
});

describe('models pull', () => {
  it('pulls the default set unless told otherwise, showing the licence', async () => {
    const run = await models('pull');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toMatch(/tiny: 20 kB, licence Test \(https:\/\/example\.com\/license\)/);
    expect(run.err).toMatch(/tiny: pulled and verified/);
    expect((await models('path tiny model')).out).toBe(cached());
    expect((await models('pull --set small')).err).toMatch(/tiny: already here and verified/);
  });

  it('fails with every source named, and pulls the others', async () => {
    const run = await models('pull other tiny');
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/other: FAILED\nno source could give other\/other\.bin/);
    expect(run.err).toMatch(/1\. operator's source .*2\. http:\/\/127\.0\.0\.1:9\/none/s);
    expect((await models('path tiny model')).code).toBe(0);
  });

  it('wants a restricted licence accepted', async () => {
    const refused = await models('pull --all');
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/--accept-license nc/);
    expect((await models('pull nc --accept-license nc')).code).toBe(0);
  });

  it('knows a mistake in the command line', async () => {
    expect(await models('pull huge')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no model is called/),
    });
    expect((await models('pull --set huge')).code).toBe(-1);
  });

  it('stops at an interrupt and goes on the next time', async () => {
    server().faults.push({ hangAfterBytes: 10_000 });
    const run = await models('pull far', (text) => text.includes('50 %') && signals.emit('SIGINT'));
    expect(run.code).toBe(130);
    expect(signals.listenerCount('SIGINT')).toBe(0);
    expect((await models('pull far')).code).toBe(0);
    expect(server().seen.at(-1)!.range).toBe('bytes=10000-');
  });
});

describe('models list', () => {
  it('shows what there is and what is here', async () => {
    await models('pull tiny');
    const { code, out } = await models('list');
    expect(code).toBe(0);
    expect(out).toMatch(/^MODEL +KIND +SIZE +LICENCE +SETS +HERE$/m);
    expect(out).toMatch(/^tiny +llm +20 kB +Test +default,small +yes +test model tiny$/m);
    expect(out).toMatch(/^other +llm +20 kB +Test + no +test model other$/m);
    expect(out).toContain(join(folder(), 'cache'));
  });

  it('gives one JSON document', async () => {
    const { out } = await models('list --json');
    const file = { key: 'model', path: cached(), state: 'missing' };
    const tiny = {
      name: 'tiny',
      state: 'missing',
      sizeBytes: 20_000,
      files: [expect.objectContaining(file)],
    };
    expect(JSON.parse(out)).toMatchObject({
      dir: join(folder(), 'cache'),
      models: expect.arrayContaining([expect.objectContaining(tiny)]),
    });
  });
});

describe('models verify', () => {
  it('passes what is here and as it should be', async () => {
    expect((await models('verify')).out).toMatch(/no model is here/);
    await models('pull tiny');
    expect(await models('verify')).toMatchObject({ code: 0, out: `ok         tiny  ${cached()}` });
  });

  it('fails for what is damaged, or asked for and missing, and says what to run', async () => {
    await models('pull tiny');
    await truncate(cached(), 5);
    const run = await models('verify');
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/truncated +tiny .* has 5 of 20000 bytes\. Run: npm run models -- pull tiny/);
    expect(JSON.parse((await models('verify tiny --json')).out).models[0].state).toBe('truncated');
    expect((await models('verify other')).code).toBe(1);
    expect((await models('verify huge')).code).toBe(2);
    expect((await models('pull tiny')).code).toBe(0);
  });
});

describe('models path', () => {
  it('prints verified paths only', async () => {
    expect(await models('path tiny')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/npm run models/),
    });
    await models('pull tiny');
    expect(await models('path tiny')).toMatchObject({ code: 0, out: `model\t${cached()}` });
    expect(await models('path tiny config')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/it has: model/),
    });
  });
});

it('every command line of docs/models.md does what it says', async () => {
  const page = readFileSync(join(__dirname, '../../../../docs/models.md'), 'utf8');
  const lines = [...page.matchAll(/^npm run models -- ([^#\n]+)(?:# (.*))?$/gm)].flatMap(
    ([, command = '', comment = '']) => {
      // What the remark beside a command says may be given as well.
      const more = /^.*also: (.*)$/.exec(comment)?.[1]?.split(', ') ?? [];
      return [command, ...more.map((one) => one.replace(/^(pull )?/, 'pull '))];
    },
  );
  const filled = lines.map((line) =>
    line
      .replaceAll(/\[|\]|…/g, '')
      .replace('NAME', 'tiny')
      .replace('FILE', 'model')
      .replace('--all', '--all --accept-license nc')
      .trim(),
  );
  expect(filled).toEqual(expect.arrayContaining(['list', 'pull', 'verify tiny', 'path tiny model']));
  await put(join(folder(), 'store', 'other', 'other.bin'), bytes);
  for (const line of filled)
    expect([line, await models(line)]).toEqual([line, expect.objectContaining({ code: 0 })]);
});
