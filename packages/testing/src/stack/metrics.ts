/** Values of a Prometheus text page: the sum over all label sets of one metric that match `labels`. */
export function metricSum(page: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  let sum = 0;
  for (const line of page.split('\n')) {
    const match = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (match === null || match[1] !== name) continue;
    const given = match[2] ?? '';
    const wanted = Object.entries(labels).every(([key, value]) => given.includes(`${key}="${value}"`));
    if (wanted) sum += Number(match[3]);
  }
  return sum;
}
