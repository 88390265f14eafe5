/**
 * The most with which `before` ends and `now` begins. By Knuth, Morris and Pratt, as messages that are alike may be many;
 * what only grew is seen at once.
 */
export function overlap(before: readonly string[], now: readonly string[]): number {
  if (before.every((key, index) => key === now[index])) return before.length;
  const borders = [0];
  const grown = (length: number, key: string | undefined): number => {
    let begins = length;
    while (begins > 0 && (begins === now.length || now[begins] !== key)) begins = borders[begins - 1] ?? 0;
    return begins < now.length && now[begins] === key ? begins + 1 : 0;
  };
  for (let index = 1; index < Math.min(now.length, before.length); index += 1)
    borders.push(grown(borders[index - 1] ?? 0, now[index]));
  let length = 0;
  for (const key of before) length = grown(length, key);
  return length;
}
