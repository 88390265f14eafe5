import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { keysOf } from './keys.mjs';
import { chooseLlm, LOCAL_MODEL, PROVIDERS, SMALL_MODEL } from './llm-choice.mjs';
import { modelsFor } from './models.mjs';
import { requireNode } from './node-version.mjs';
import { findOllama } from './ollama.mjs';
import { startOptions } from './options.mjs';
import { fromRoot } from './paths.mjs';
import { agreement } from './self-check.mjs';
import { countJest, countTap } from './steps.mjs';

const noOllama = async () => undefined;
const anOllama = async () => ({ url: 'http://127.0.0.1:11434', model: 'llama3.2' });
const choose = (env, more = {}) => chooseLlm({ env, ollama: noOllama, ...more });

test('Node: too old a version is refused with what to do', () => {
  for (const good of ['20.20.0', '20.21.1', '22.0.0']) requireNode(good);
  for (const old of ['18.20.4', '20.19.9']) assert.throws(() => requireNode(old), /needs Node 20\.20/);
});

test('the self-check has a key wherever one is needed', () => {
  assert.deepEqual([keysOf({}).key, keysOf({}).env], [undefined, {}]);
  assert.equal(keysOf({ PARLEY_API_KEYS: ' , ', PARLEY_REQUIRE_KEYS: '0' }).key, undefined);
  const configured = keysOf({ PARLEY_API_KEYS: ' a, b', PARLEY_REQUIRE_KEYS: '1' });
  assert.deepEqual([configured.key, configured.env], ['a', {}]);
  for (const env of [
    { PARLEY_REQUIRE_KEYS: 'On' },
    { PARLEY_JWT_SECRET: 's' },
    { PARLEY_JWT_JWKS: 'jwks.json' },
  ]) {
    const own = keysOf(env);
    assert.match(own.key, /^[\w-]{43}$/);
    assert.deepEqual(own.env, { PARLEY_API_KEYS: own.key });
    assert.notEqual(keysOf(env).key, own.key);
  }
});

test('the language model is chosen in the documented order', async () => {
  const key = { OPENAI_API_KEY: 'k', GROQ_API_KEY: 'k' };
  assert.equal((await choose({ ...key, PARLEY_LLM_MODEL: 'a/b' }, { small: true })).model, 'a/b');
  assert.equal((await choose(key, { small: true })).model, SMALL_MODEL);
  assert.equal((await choose(key, { local: true })).model, LOCAL_MODEL);
  assert.match((await choose(key)).model, /^openai\//);
  assert.match((await choose({ GROQ_API_KEY: 'k', OPENAI_API_KEY: ' ' })).model, /^groq\//);
  assert.equal((await choose({}, { ollama: anOllama })).model, 'ollama/llama3.2');
  assert.equal((await choose({})).model, LOCAL_MODEL);
});

test('every model that is chosen for a key is in the catalogue, and was not withdrawn when that was made', () => {
  const text = readFileSync(fromRoot('apps/llm-router/catalogue.jsonl'), 'utf8');
  const [source, ...models] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const [, id] of PROVIDERS) {
    const model = models.find((entry) => entry.id === id);
    assert.ok(model, id);
    assert.ok(model.retiresOn === null || model.retiresOn > source.date, id);
  }
});

test('the choice reaches the services through the environment', async () => {
  assert.deepEqual((await choose({}, { ollama: anOllama })).env, {
    PARLEY_LLM_MODEL: 'ollama/llama3.2',
    OLLAMA_BASE_URL: 'http://127.0.0.1:11434',
  });
  assert.deepEqual((await choose({ PARLEY_LLM_MODEL: 'a/b' })).env, {});
});

test('Ollama: a chat model is taken, embedders are not, and nobody there is no error', async () => {
  const tags = (names) => async () => ({ json: async () => ({ models: names.map((name) => ({ name })) }) });
  const at = async (get, env = {}) => (await findOllama(env, get))?.model;
  assert.equal(await at(tags(['nomic-embed-text', 'qwen3:4b'])), 'qwen3:4b');
  assert.equal(await at(tags(['nomic-embed-text'])), undefined);
  assert.equal(await at(async () => Promise.reject(new Error('refused'))), undefined);
  assert.equal(await at(async () => ({ json: async () => ({ odd: true }) })), undefined);
});

test('a language model that runs elsewhere is not downloaded', () => {
  const manifest = {
    models: {
      ears: { kind: 'stt', sets: ['default'] },
      big: { kind: 'llm', sets: ['default'] },
      tiny: { kind: 'llm', sets: ['small'] },
      extra: { kind: 'tts', sets: [] },
    },
  };
  assert.deepEqual(modelsFor('openai/x', manifest), ['ears']);
  assert.deepEqual(modelsFor('local/big', manifest), ['ears', 'big']);
  assert.deepEqual(modelsFor('local/tiny', manifest), ['ears', 'tiny']);
  assert.deepEqual(modelsFor('local//own/file.gguf', manifest), ['ears']);
});

test('options that do not exist are refused with the help', () => {
  assert.equal(startOptions(['--check', '--port', '9000']).port, '9000');
  assert.throws(() => startOptions(['--chekc']), /npm start -- \[options\]/);
});

test('agreement counts the words that were missed, not words heard besides', () => {
  assert.equal(agreement({ words: 20, differences: [] }), 1);
  assert.equal(agreement({ words: 20, differences: ['a→b'] }), 0.95);
  assert.equal(agreement({ words: 10, differences: ['a→∅', '∅→uh'] }), 0.9);
  assert.equal(agreement({ words: 0, differences: [] }), 0);
});

test('counts: jest’s report, with suites that could not run as failures, and node’s', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    numRuntimeErrorTestSuites: 1,
  };
  assert.deepEqual(countJest(JSON.stringify(report)), { passed: 5, failed: 2, skipped: 3 });
  assert.deepEqual(countTap('# pass 3\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n'), {
    passed: 3,
    failed: 2,
    skipped: 2,
  });
  assert.deepEqual(countJest(''), { passed: 0, failed: 0, skipped: 0 });
});
