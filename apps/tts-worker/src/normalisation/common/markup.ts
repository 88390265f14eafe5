import type { Rule } from '../piece';

const drop = (name: string, pattern: RegExp, pause?: ',' | '.'): Rule => ({
  name,
  pattern,
  say: () => [],
  ...(pause === undefined ? {} : { pause }),
});

/** What is written for the eye: markdown, tags, emoji. Nothing of it is spoken. */
export const markupRules: readonly Rule[] = [
  drop('link-target', /\]\([^)\s]*(?:\s"[^"]*")?\)/uy),
  drop('reference', /\[\^?\d{1,3}\](?!\()/uy),
  drop('tag', /<\/?[a-z][^<>]*>|<!--.*?-->/isuy),
  drop('rule', /(?<=^|\n)\s*(?:[-*_]\s?){3,}(?=\n|$)/uy, '.'),
  drop('table-line', /(?<=^|\n)(?=[ \t|:-]*--)[ \t|:-]+(?=\n|$)/uy, '.'),
  drop('heading', /(?<=^|\n)\s{0,3}#{1,6}(?=\s)/uy),
  drop('quote', /(?<=^|\n)\s{0,3}>(?=\s)/uy),
  drop('bullet', /(?<=^|\n)\s*[-*+•](?=\s)/uy),
  drop('task', /\[[ xX]\](?=\s)/uy),
  drop('table-cell', /\|/uy, ','),
  drop(
    'emphasis',
    /\*{2,3}|\*(?=[^\s\d])|(?<=[^\s\d])\*|~~|(?<![\p{L}\d])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\d])|`+/uy,
  ),
  drop(
    'emoji',
    /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0e|\ufe0f|\u200d|\u20e3)+/uy,
  ),
  drop('emoticon', /(?<=^|\s)[:;=8][-'’]?[)(\]DPp/|3oO*](?=\s|$|[.,!?])|<3/uy),
];
