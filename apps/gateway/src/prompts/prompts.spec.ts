import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryDefaults, parseClientEvent, templateNames } from '@parley/protocol';
import { PromptBook } from './prompt-book';
import { readPrompts } from './prompt-file';
import { promptedResponse, promptedSession } from './with-prompts';

const book = new PromptBook([
  { id: 'greet', version: '1', instructions: 'Hello {{name}}.' },
  { id: 'greet', version: '2', instructions: 'Good day, {{ name }} of {{city}}; {{name}} it is.' },
]);
const server = { had: false, instructions: 'The server says so.' };

describe('a prompt template', () => {
  it('is filled in, in its last version unless another is asked for', () => {
    const variables = { name: 'Ann', city: '{{name}}' };
    expect(book.render({ id: 'greet', variables }, 'p').instructions).toBe(
      'Good day, Ann of {{name}}; Ann it is.',
    );
    expect(book.render({ id: 'greet', version: '1', variables: { name: 'Ann' } }, 'p').instructions).toBe(
      'Hello Ann.',
    );
  });

  it.each([
    [{ id: 'other' }, 'session.prompt.id'],
    [{ id: 'greet', version: '3' }, 'session.prompt.version'],
    [{ id: 'greet', version: '1' }, 'session.prompt.variables.name'],
    [{ id: 'greet', version: '1', variables: { name: 'A', nmae: 'B' } }, 'session.prompt.variables.nmae'],
    [{ id: 'greet', version: '1', variables: { constructor: 'A' } }, 'session.prompt.variables.name'],
  ])('%j is refused by name', (prompt, param) => {
    expect(book.render(prompt, 'session.prompt').error).toMatchObject({ code: 'invalid_value', param });
  });

  it('gives a session its instructions, unless the update has its own', () => {
    const prompt = { id: 'greet', version: '1', variables: { name: 'Ann' } };
    const patch = { type: 'realtime', prompt } as const;
    expect(promptedSession(patch, book, server)).toMatchObject({
      ok: { prompt, instructions: 'Hello Ann.' },
    });
    expect(promptedSession({ ...patch, instructions: 'Mine.' }, book, server)).toMatchObject({
      ok: { instructions: 'Mine.' },
    });
    expect(promptedSession({ type: 'realtime' }, book, server)).toEqual({ ok: { type: 'realtime' } });
  });

  it('that is taken away leaves the server’s instructions', () => {
    const patch = { type: 'realtime', prompt: null } as const;
    expect(promptedSession(patch, book, { ...server, had: true })).toEqual({
      ok: { ...patch, instructions: server.instructions },
    });
    expect(promptedSession(patch, book, server)).toEqual({ ok: patch });
  });

  it('gives one response its instructions', () => {
    const prompt = { id: 'greet', version: '1', variables: { name: 'Ann' } };
    expect(promptedResponse({ prompt }, book)).toMatchObject({ ok: { instructions: 'Hello Ann.' } });
    expect(promptedResponse({ prompt: { id: 'none' } }, book)).toMatchObject({
      error: { param: 'response.prompt.id' },
    });
  });
});

describe('what the documentation shows', () => {
  const docs = (name: string): string => readFileSync(path.join(__dirname, '../../../../docs', name), 'utf8');
  const blocks = (text: string, language: string): string[] =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
      ([, block]) => block ?? '',
    );

  it.each(['prompts.md', 'sessions.md'])('of files, in %s, is taken as it stands', (name) => {
    const files = blocks(docs(name), 'yaml');
    expect(files.length).toBeGreaterThan(0);
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-docs-'));
    for (const text of files) {
      const file = path.join(folder, 'prompts.yaml');
      writeFileSync(file, text);
      expect(() => readPrompts(file)).not.toThrow();
    }
    rmSync(folder, { recursive: true });
  });

  it.each(['prompts.md', 'memory.md'])('of events, in %s, is taken as it stands', (name) => {
    const events = blocks(docs(name), 'json').map((text) => parseClientEvent(JSON.parse(text)));
    expect(events.length).toBeGreaterThan(0);
    expect(events.map(({ error }) => error)).toEqual(events.map(() => undefined));
  });

  it('of templates and of memory is complete', () => {
    for (const name of templateNames) expect(docs('prompts.md')).toContain(`| \`${name}\` `);
    for (const name of Object.keys(memoryDefaults)) expect(docs('memory.md')).toContain(`| \`${name}\` `);
  });
});

describe('the file of templates', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-prompts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string): string => {
    const name = path.join(folder, 'prompts.yaml');
    writeFileSync(name, text);
    return name;
  };

  it('is YAML or JSON; none is no template', () => {
    const yaml = 'prompts:\n  - id: a\n    version: 2\n    instructions: |\n      Be {{mood}}.\n';
    const prompt = { id: 'a', version: '2', variables: { mood: 'kind' } };
    expect(readPrompts(file(yaml)).render(prompt, 'p').instructions).toBe('Be kind.\n');
    const json = JSON.stringify({ prompts: [{ id: 'a', instructions: 'X' }] });
    expect(readPrompts(file(json)).render({ id: 'a' }, 'p').instructions).toBe('X');
    const words = readPrompts(file('templates: {persona: "They {{persona}}.", language: ""}'));
    expect(words.templates).toEqual({ persona: 'They {{persona}}.', language: '' });
    expect(readPrompts(undefined).render({ id: 'a' }, 'p').error?.param).toBe('p.id');
  });

  it.each([
    'prompts: [',
    'prompts: [{id: a}]',
    'prompts: [{id: a, instructions: x, voice: y}]',
    'prompts: [{id: a, instructions: x}, {id: a, instructions: y}]',
    'templates: {persona: "{{mood}}"}',
    'templates: {greeting: Hello}',
  ])('%s is refused at the start', (text) => {
    expect(() => readPrompts(file(text))).toThrow('PARLEY_PROMPTS');
  });

  it('that is not there is refused at the start', () => {
    expect(() => readPrompts(path.join(folder, 'none.yaml'))).toThrow('PARLEY_PROMPTS');
  });
});
