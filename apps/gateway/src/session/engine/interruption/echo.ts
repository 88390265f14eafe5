import { bareWords } from '../speculation/same-words';

/** One word alone is said by both in any conversation. */
const fewestWords = 2;
const leastShare = 0.8;

/** Nothing but words of `phrase`, in any number. */
export function isOnly(heard: string, phrase: string): boolean {
  const said = bareWords(phrase).split(' ');
  const words = bareWords(heard);
  return words !== '' && words.split(' ').every((word) => said.includes(word));
}

/**
 * Whether what was heard is what the assistant says: a loudspeaker near the microphone. So many of its words stand in
 * `playing` in the same order.
 */
export function isEcho(heard: string, playing: string): boolean {
  const words = bareWords(heard).split(' ');
  if (words.length < fewestWords) return false;
  const said = bareWords(playing).split(' ');
  let found = 0;
  let from = 0;
  for (const word of words) {
    const at = said.indexOf(word, from);
    if (at < 0) continue;
    found += 1;
    from = at + 1;
  }
  return found / words.length >= leastShare;
}
