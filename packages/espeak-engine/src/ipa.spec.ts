import { assignToWords, joinMark, phonemeGroups } from './ipa';

describe('phonemeGroups', () => {
  it('drops separators, clause marks and language switches', () => {
    expect(phonemeGroups('h_ə_l_ˈoʊ ð_ˈɛɹ | _(en)_tʃ_ˈaɪ_n_iː_z_(ja)_l__ ')).toEqual([
      'həlˈoʊ',
      'ðˈɛɹ',
      'tʃˈaɪniːzl',
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(phonemeGroups('')).toEqual([]);
  });
});

describe('assignToWords', () => {
  const assign = (heard: string, alone: string[]) =>
    assignToWords(heard.split(' ').filter(Boolean), () => alone, alone.length);

  it('keeps groups that are words', () => {
    expect(assignToWords(['a', 'b'], () => [], 2)).toEqual(['a', 'b']);
  });

  it('divides words spoken in one breath', () => {
    expect(assign('kˈæt ʌvðə hˈaʊs', ['kˈæt', 'ʌv', 'ðə', 'hˈaʊs'])).toEqual([
      'kˈæt',
      'ʌv',
      `${joinMark}ðə`,
      'hˈaʊs',
    ]);
  });

  it('divides when the sounds changed in context', () => {
    expect(assign('aɪ wʊdhɐv ɡɔn', ['ˈaɪ', 'wˈʊd', 'hˈæv', 'ɡˈɔn'])).toEqual([
      'aɪ',
      'wʊd',
      `${joinMark}hɐv`,
      'ɡɔn',
    ]);
  });

  it('keeps the groups of a word spoken as several', () => {
    expect(assign('wˈaɪfˌaɪ sˈiː plˈʌsplˈʌs ðə', ['wˈaɪfˌaɪ', 'sˈiː plˈʌsplˈʌs', 'ðə'])).toEqual([
      'wˈaɪfˌaɪ',
      'sˈiː plˈʌsplˈʌs',
      'ðə',
    ]);
  });

  it('gives every word an entry, silent ones included', () => {
    expect(assign('jˈɛs', ['', 'jˈɛs', ''])).toHaveLength(3);
    expect(assign('', ['a', 'b'])).toEqual(['', '']);
  });
});
