import fs from 'node:fs';
import path from 'node:path';
import { serverEventSchemas } from '@parley/protocol';
import { repositoryRoot } from '@parley/testing';
import { currentDocument, documentFile } from './document';
import { evidence } from './evidence';
import { clientEventTypes, fieldsOf, refusalOf } from './fields';
import { lives, stockClients } from './observations';
import { unseen } from './server-events';

/** That what the clients do is as observed is checked where it is observed. */
describe('docs/compatibility.md', () => {
  it('is as `npm run compatibility` makes it', () => {
    expect(withoutLayout(fs.readFileSync(documentFile, 'utf8'))).toEqual(withoutLayout(currentDocument()));
  });

  it.each(clientEventTypes)('%s: every field is refused, or a test shows what it does', (type) => {
    const shown = evidence[type] ?? {};
    const fields = fieldsOf(type);
    expect(
      fields.filter((field) => shown[field] === undefined && refusalOf(type, field) === undefined),
    ).toEqual([]);
    expect(Object.keys(shown).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('every server event is seen by a test, or it says why it is not sent', () => {
    const seen = new Set([...stockClients(), ...lives()].flatMap(({ received }) => received));
    const types = [...serverEventSchemas.keys()];
    expect(types.filter((type) => !seen.has(type) && unseen[type] === undefined)).toEqual([]);
    const isSaidNotToBeSent = (type: string): boolean => 'why' in (unseen[type] ?? {});
    expect([...seen].filter(isSaidNotToBeSent)).toEqual([]);
  });

  it('the tests it names are there', () => {
    const tests = [
      ...Object.values(evidence).flatMap((fields) => Object.values(fields).map(({ test }) => test)),
      ...Object.values(unseen).flatMap((note) => ('test' in note ? [note.test] : [])),
    ];
    expect(tests.length).toBeGreaterThan(80);
    expect([...new Set(tests)].filter((test) => !isThere(test))).toEqual([]);
  });
});

function isThere(test: string): boolean {
  const [file = '', title = ''] = test.split(' › ');
  const source = path.join(repositoryRoot(), file);
  return title !== '' && fs.existsSync(source) && fs.readFileSync(source, 'utf8').includes(title);
}

/** The formatter lays tables out. */
const withoutLayout = (text: string): string[] =>
  text
    .replaceAll(/-{3,}/g, '---')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
