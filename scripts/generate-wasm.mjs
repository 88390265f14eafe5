// Compiles packages/audio/src/fir.wat into fir-kernel.ts; --check fails when it is not current.
import fs from 'node:fs';
import wabt from 'wabt';
import { fromRoot } from './lib/paths.mjs';

const source = 'packages/audio/src/fir.wat';
const target = 'packages/audio/src/fir-kernel.ts';
const module = (await wabt()).parseWat(source, fs.readFileSync(fromRoot(source), 'utf8'), { simd: true });
module.validate({ simd: true });
const code = Buffer.from(module.toBinary({}).buffer).toString('base64');
const lines = code.match(/.{1,96}/g).map((line) => `  '${line}',`);
const text = `// Generated from fir.wat by \`npm run generate\`.\nexport const firKernel = [\n${lines.join('\n')}\n].join('');\n`;

if (process.argv.includes('--check')) {
  if (fs.readFileSync(fromRoot(target), 'utf8') === text) process.exit(0);
  console.error(`✗ ${target} is not current: run npm run generate and commit it`);
  process.exit(1);
}
fs.writeFileSync(fromRoot(target), text);
