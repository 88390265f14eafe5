import { existsSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ModelError } from './errors';
import { pullModels } from './pull/pull';
import { isInCache, resolveModel, verifyModel } from './resolve';
import { failureOf, put, temporaryFolder } from './testing/files';
import { hub, manifestOf } from './testing/manifests';

const folder = temporaryFolder();

it('knows whether a model is in the cache without reading it', async () => {
  const bytes = Buffer.from('weights');
  const manifest = manifestOf({ one: { bytes, sources: [hub('http://127.0.0.1:9/unused', bytes)] } });
  const options = { manifest, dir: join(folder(), 'cache') };
  expect(isInCache('one', options)).toBe(false);
  await put(join(options.dir, 'one', 'one.bin'), bytes);
  expect(isInCache('one', options)).toBe(true);
  expect(() => isInCache('none', options)).toThrow(ModelError);
});
const models = resolve(__dirname, '../../../../shared/models');
const available = existsSync(models);
if (!available) process.stderr.write('skipped "resolving real models": none in ../shared/models\n');

(available ? describe : describe.skip)('resolving real models', () => {
  const names = ['gtcrn/gtcrn_simple.onnx', 'moonshine-micro/tinyvad_cnn_speech_mel.onnx'];

  /** A cache with two real ONNX models, pulled from a folder. */
  async function pulled() {
    const [denoiser, vad] = await Promise.all(names.map((name) => readFile(join(models, name))));
    const sources = (bytes: Buffer) => [hub('http://127.0.0.1:9/unused', bytes)];
    const manifest = manifestOf({
      denoiser: { bytes: denoiser!, sources: sources(denoiser!) },
      vad: { bytes: vad!, sources: sources(vad!) },
    });
    const operatorSource = join(folder(), 'store');
    await put(join(operatorSource, 'denoiser', 'denoiser.bin'), denoiser!);
    await put(join(operatorSource, 'vad', 'vad.bin'), vad!);
    const options = { manifest, dir: join(folder(), 'cache') };
    const results = await pullModels(['denoiser', 'vad'], { ...options, operatorSource });
    expect(results.map(({ outcome }) => outcome)).toEqual(['pulled', 'pulled']);
    return options;
  }

  it('gives absolute paths of what was pulled', async () => {
    const options = await pulled();
    const { model } = await resolveModel('vad', options);
    expect(model).toBe(join(options.dir, 'vad', 'vad.bin'));
    expect((await readFile(model!)).equals(await readFile(join(models, names[1]!)))).toBe(true);
    const states = await verifyModel('denoiser', { ...options, full: true });
    expect(states['model']!.state).toBe('ok');
  });

  it('refuses one that is cut short, changed or absent and says what to run', async () => {
    const options = await pulled();
    const path = join(options.dir, 'denoiser', 'denoiser.bin');
    await truncate(path, 1000);
    const cut = await failureOf(resolveModel('denoiser', options));
    expect(cut).toBeInstanceOf(ModelError);
    expect(cut).toMatchObject({ code: 'truncated' });
    expect(cut.message).toMatch(/has 1000 of \d+ bytes\. Run: npm run models -- pull denoiser/);

    const bytes = await readFile(join(models, names[0]!));
    bytes[bytes.length >> 1]! ^= 0x10;
    await put(path, bytes);
    expect(await failureOf(resolveModel('denoiser', options))).toMatchObject({ code: 'tampered' });

    const elsewhere = { ...options, dir: join(folder(), 'empty') };
    expect(await failureOf(resolveModel('vad', elsewhere))).toMatchObject({ code: 'missing' });
    expect(await failureOf(resolveModel('none', options))).toMatchObject({ code: 'unknown_model' });
  });
});

describe('a model that ships with this package', () => {
  it('is there without a pull, and verified', async () => {
    const options = { dir: join(folder(), 'cache') };
    const files = await resolveModel('turn-text-v1', options);
    expect(Object.keys(files)).toEqual(['model', 'tokenizer', 'languages']);
    expect(Object.values(files).every((file) => existsSync(file))).toBe(true);
    const [result] = await pullModels(['turn-text-v1'], options);
    expect(result).toMatchObject({ name: 'turn-text-v1', outcome: 'present' });
  });
});
