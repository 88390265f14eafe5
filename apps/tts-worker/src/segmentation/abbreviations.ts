/** Words that are followed by a full stop and not by a sentence end, whatever comes next. */
const neverLast = new Set(
  (
    'mr mrs ms mx dr prof sr jr st mt ft rev hon gov gen col maj capt cmdr lt sgt pres supt fr ' +
    'vs v e.g i.e cf viz approx ca est fig figs eq ch sec vol no nos pp p ed eds al dept univ assn bros ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'z.b d.h u.a usw bzw ca nr str hr fr bspw inkl evtl ggf ' +
    'mme mlle m art av p.ex sra sr srta ud uds dott sig ing ecc'
  ).split(' '),
);

/** Words that may end a sentence: they do when a capital letter, or nothing, follows. */
const maybeLast = new Set(
  'etc inc ltd co corp a.m p.m am pm u.s u.k u.n u.s.a d.c b.c a.d ph.d m.d'.split(' '),
);

/** Whether the full stop at the end of `before` (trailing space removed) belongs to an abbreviation. */
export function endsInAbbreviation(before: string, after: string): boolean {
  const token = /([\p{L}\p{N}.]+)\.["'”’)\]]*$/u.exec(before)?.[1];
  if (token === undefined) return false;
  const word = token.toLowerCase();
  if (neverLast.has(word)) return true;
  if (maybeLast.has(word)) return !/^["'“‘(]*\p{Lu}/u.test(after);
  // An initial ("J. Smith") or the number of a list item ("1. First").
  if (/^\p{L}$/u.test(token)) return word !== 'i';
  return /^\d{1,3}$/.test(token) && /(^|\n)\s*\d{1,3}\.$/.test(before);
}
