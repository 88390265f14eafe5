import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** What the page may do: its own scripts, its own server, and nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Every file of the page as it was built, by its name: the page itself is `index.html`. Scripts are there without their
 * ending too, since they import each other so.
 */
export function pageFiles(folder = path.join(__dirname, 'page')): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types[path.extname(name)];
    if (type === undefined || name.endsWith('.spec.js')) continue;
    const file = { type, bytes: readFileSync(path.join(folder, name)) };
    files.set(name, file);
    if (name.endsWith('.js')) files.set(name.slice(0, -'.js'.length), file);
  }
  return files;
}
