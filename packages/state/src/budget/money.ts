/** Money is counted in whole billionths of a US dollar: sums of it are exact, up to nine million dollars. */
export type NanoUsd = number;

const nanoPerUsd = 1_000_000_000;
const decimal = /^(\d{1,6})(?:\.(\d{1,9}))?$/;

/** A decimal such as "12.5", below a million dollars; undefined: it is none. */
export function parseUsd(text: string): NanoUsd | undefined {
  const [, whole, fraction = ''] = decimal.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole) * nanoPerUsd + Number(fraction.padEnd(9, '0'));
}

/** As a decimal, with no more places than it needs and two at least. */
export function formatUsd(nanoUsd: NanoUsd): string {
  const fraction = String(nanoUsd % nanoPerUsd).padStart(9, '0');
  return `${Math.floor(nanoUsd / nanoPerUsd)}.${fraction.replace(/0{1,7}$/, '')}`;
}
