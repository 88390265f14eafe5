/** A time around its median, as services take it: log-normal, `percent` of it one deviation. 0 = always the median. */
export function scatter(medianMs: number, percent: number, random: () => number = Math.random): number {
  if (percent === 0) return medianMs;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return medianMs * Math.exp((percent / 100) * normal);
}
