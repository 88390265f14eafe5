import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { policies } from '../answering/policy';
import { routerSchema, toResource } from './router';
import { readRouterFile } from './store/router-file';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const docs = readFileSync(path.join(__dirname, '../../../../docs/routers.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...docs.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');

describe('docs/routers.md', () => {
  it('shows a router that is taken as it stands', () => {
    const [text] = blocks('json');
    const router = routerSchema.parse(JSON.parse(text!));
    expect(toResource(router)).toMatchObject({ name: 'support', displayName: 'Support line' });
    expect(router.routes).toHaveLength(1);
    expect(router.default_route?.variants.map(({ weight }) => weight)).toEqual([90, 10]);
  });

  it('shows a file that is taken as it stands', () => {
    const [text] = blocks('yaml');
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'docs-')), 'routers.yaml');
    writeFileSync(file, text!);
    expect(readRouterFile(file).routers.map(({ name }) => name)).toEqual(['night']);
    expect(readRouterFile(file).scores).toEqual((parse(text!) as { scores: unknown }).scores);
  });

  it('names every class of failure but the unknown', () => {
    const classes = Object.keys(policies).filter((name) => name !== 'unknown');
    expect(classes.filter((name) => !docs.includes(`| \`${name}\``))).toEqual([]);
  });
});
