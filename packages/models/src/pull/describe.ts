import type { Model, Source } from '../manifest/schema';

/** A source as people would name it, for messages. */
export function describeSource(source: Source): string {
  if (source.kind === 'hub') return source.parts.map(({ url }) => url).join(' and ');
  const packages = [...new Set(source.parts.map((part) => part.package))];
  return `${source.kind === 'npm' ? 'npm registry' : 'Python index'} (${shorten(packages)})`;
}

function shorten(names: readonly string[]): string {
  return names.length <= 2 ? names.join(', ') : `${names[0]} … ${names.at(-1)}, ${names.length} packages`;
}

/** "MIT (https://…)", with its note where it has one. */
export function describeLicense({ license }: Model): string {
  return `${license.name} (${license.url})${license.note === undefined ? '' : `; ${license.note}`}`;
}
