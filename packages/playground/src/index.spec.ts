import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pageFiles } from './index';

it('holds the page and what it loads, by name, and nothing else', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-page-'));
  cpSync(path.join(__dirname, 'page', 'index.html'), path.join(folder, 'index.html'));
  for (const name of ['main.js', 'main.spec.js', 'style.css', 'tsconfig.json'])
    writeFileSync(path.join(folder, name), name);
  const files = pageFiles(folder);
  expect([...files.keys()].toSorted()).toEqual(['index.html', 'main', 'main.js', 'style.css']);
  expect(files.get('main')).toEqual({
    type: 'text/javascript; charset=utf-8',
    bytes: Buffer.from('main.js'),
  });
  rmSync(folder, { recursive: true });
});

it('the page has no script and no style of its own, which its policy would not let run', () => {
  const page = readFileSync(path.join(__dirname, 'page', 'index.html'), 'utf8');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
});
