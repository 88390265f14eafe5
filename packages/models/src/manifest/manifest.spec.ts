import { noise, pinOf } from '../testing/files';
import { hub, manifestOf } from '../testing/manifests';
import { acceptedPins, defaultManifest, modelNamed, modelsInSet, parseManifest } from './manifest';

const bytes = noise(100);
const source = hub('https://example.com/a', bytes);

describe('the manifest of this package', () => {
  const manifest = defaultManifest();

  it('has the default engines, and small ones', () => {
    const shared = ['silero-vad-v6', 'smart-turn-v3.2', 'turn-text-v1', 'whisper-base'];
    expect(modelsInSet(manifest, 'default')).toEqual([...shared, 'qwen2.5-coder-0.5b', 'piper-en-joe']);
    expect(modelsInSet(manifest, 'small')).toEqual([...shared, 'smollm2-135m', 'piper-en-joe']);
  });

  it('puts only permissive licences into a set', () => {
    const inSets = Object.values(manifest.models).filter(({ sets }) => sets.length > 0);
    expect(inSets.map(({ license }) => license.class)).toEqual(inSets.map(() => 'permissive'));
  });

  it('gives every file more than one source, unless it ships with it', () => {
    const files = Object.values(manifest.models).flatMap((model) => Object.values(model.files));
    expect(files.filter(({ bundled, sources }) => !bundled && sources.length < 2)).toEqual([]);
  });

  it('names the files services ask for', () => {
    expect(Object.keys(modelNamed(manifest, 'piper-en-joe').files)).toEqual(['model', 'config']);
    const whisper = acceptedPins(modelNamed(manifest, 'whisper-base').files['model']!);
    expect(whisper.map(({ name }) => name)).toEqual(['ggml-base-q8_0.bin', 'ggml-base-q8_0-upstream.bin']);
  });
});

describe('parseManifest', () => {
  it('names the known models when asked for another', () => {
    const manifest = manifestOf({ tiny: { bytes, sources: [source] }, small: { bytes, sources: [source] } });
    expect(() => modelNamed(manifest, 'huge')).toThrow(/no model is called "huge".*tiny, small/);
    expect(() => modelNamed(manifest, 'constructor')).toThrow(/no model/);
  });

  it.each([
    [
      'a source that yields something else',
      { kind: 'hub', parts: [{ url: 'https://a.b/c', ...pinOf(noise(100)) }] },
    ],
    ['parts that do not add up', { ...source, transform: 'join', parts: [...source.parts, ...source.parts] }],
    ['parts without a way to join them', { ...source, parts: [...source.parts, ...source.parts] }],
    ['a conversion without its tokenizer', { ...source, transform: 'ct2-whisper-to-ggml-q8_0' }],
    ['an unknown transform', { ...source, transform: 'unzip' }],
    [
      'an option for a package',
      { kind: 'pypi', parts: [{ package: '--index-url=x==1', member: 'a', ...pinOf(bytes) }] },
    ],
    [
      'a package without a version',
      { kind: 'npm', parts: [{ package: 'vad', member: 'a', ...pinOf(bytes) }] },
    ],
    [
      'a member outside its package',
      { kind: 'pypi', parts: [{ package: 'a==1', member: 'a/../../b', ...pinOf(bytes) }] },
    ],
    ['a local address', { kind: 'hub', parts: [{ url: 'file:///etc/passwd', ...pinOf(bytes) }] }],
    ['a variant of the same name', { ...source, yields: { name: 'tiny.bin', ...pinOf(bytes) } }],
    ['no source', undefined],
    ['no parts', { kind: 'hub', parts: [] }],
  ])('refuses %s', (_what, broken) => {
    expect(() => manifestOf({ tiny: { bytes, sources: broken ? [broken] : [] } })).toThrow(
      /the model manifest is wrong/,
    );
  });

  it('refuses names that could leave the cache', () => {
    expect(() => manifestOf({ '../tiny': { bytes, sources: [source] } })).toThrow(/manifest is wrong/);
    expect(() => parseManifest({ version: 2, models: {} })).toThrow(/manifest is wrong/);
    expect(() => parseManifest(null)).toThrow(/manifest is wrong/);
  });
});
