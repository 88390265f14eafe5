import { trailingUnits, valueState, type ExpectedInput } from './spelled';

describe('trailingUnits', () => {
  it.each([
    ['My number is 555 01', 5],
    ['one two three', 3],
    ['It is A-B-C.', 3],
    ['B as in Berta', 0],
    ['I have a dog', 0],
    ['10,001-90210', 10],
    ['', 0],
  ])('of %j is %d', (text, units) => {
    expect(trailingUnits(text)).toBe(units);
  });
});

describe('valueState', () => {
  it.each<[string, ExpectedInput[], string]>([
    ['My number is 555 01', ['phone'], 'open'],
    ['It is 030 1234 5678.', ['phone'], 'whole'],
    ['What do you need it for?', ['phone'], 'none'],
    ['A table for 2', ['phone'], 'none'],
    ['At half past seven, 7:30', ['phone'], 'none'],
    ['In 2024', ['phone', 'code'], 'none'],
    ['Five five five', ['phone'], 'open'],
    ['Five five five', ['code'], 'doubtful'],
    ['Five five', ['phone'], 'doubtful'],
    ['5', ['code'], 'doubtful'],
    ['Five', ['email', 'address'], 'none'],
    ['Five', [], 'none'],
    ['Five of us', ['phone'], 'none'],
    ['It is jane dot', ['email'], 'open'],
    ['jane@example', ['email'], 'open'],
    ['jane@example.com.', ['email'], 'whole'],
    ['jane at example dot com', ['email'], 'whole'],
    ['X 7 4 9', ['code'], 'open'],
    ['12 Main Street', ['address'], 'open'],
    ['12 Main Street, Springfield', ['address'], 'whole'],
    ['one two three', [], 'doubtful'],
    ['one two three four', [], 'doubtful'],
    ['I need 2', [], 'none'],
    ['Thank you.', [], 'none'],
  ])('of %j, expecting %j, is %s', (text, expected, state) => {
    expect(valueState(text, expected)).toBe(state);
  });
});
