import { respell } from './respelling';

describe('respell', () => {
  it.each([
    ['Doctor Smith lives on Elm Street.', 'Doctor Smith livz on Elm Street.'],
    ['My dog lives, it seems.', 'My dog livz, it seems.'],
    [
      'Their lives and many lives and all of their own lives',
      'Their lives and many lives and all of their own lives',
    ],
    ['People live in houses.', 'People liv in houses.'],
    ['It is live on air, with live music.', 'It is live on air, with live music.'],
    ['Please close the door, it is close to you.', 'Please cloze the door, it is close to you.'],
    ['Nothing here.', 'Nothing here.'],
  ])('%s', (text, expected) => {
    expect(respell(text.split(' '), 'en').join(' ')).toBe(expected);
  });

  it('is for English alone', () => {
    expect(respell(['lives', 'on'], 'de')).toEqual(['lives', 'on']);
  });
});
