import { join } from './continuation';

const written = 'The capital of France is Paris, and it';

it.each<[string, string, ReturnType<typeof join>]>([
  ['the same again, so far', 'The capital of', { kind: 'undecided' }],
  ['the same again, to its end', written, { kind: 'joined', rest: '' }],
  ['the same again, and more', `${written} lies on`, { kind: 'joined', rest: ' lies on' }],
  ['the same again after blanks', `\n${written} lies`, { kind: 'joined', rest: ' lies' }],
  ['going on', ' lies on the Seine', { kind: 'joined', rest: ' lies on the Seine' }],
  ['going on without a space', 'lies on', { kind: 'joined', rest: ' lies on' }],
  ['going on with punctuation', ', too', { kind: 'joined', rest: ', too' }],
  ['going on with a chance beginning', 'The Seine', { kind: 'joined', rest: ' The Seine' }],
  ['other words', 'The capital of France has been', { kind: 'diverged' }],
  ['nothing', '', { kind: 'undecided' }],
])('%s', (_name, held, expected) => {
  expect(join(written, held)).toEqual(expected);
});
