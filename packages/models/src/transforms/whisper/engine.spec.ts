import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resolveModel } from '../../resolve';

const recording = resolve(__dirname, '../../../../../../shared/speech/utterances/jfk.wav');
const program = join(__dirname.replace('/src/', '/dist/'), '..', '..', 'testing', 'transcribe.js');

/** The model as it was pulled (converted or not), or why there is none. */
async function pulledModel(): Promise<{ path: string } | { reason: string }> {
  if (!existsSync(recording)) return { reason: 'no recorded speech in ../shared/speech' };
  return resolveModel('whisper-base').then(
    ({ model }) => ({ path: model! }),
    (error: Error) => ({ reason: error.message }),
  );
}

describe('the model the manifest gives for whisper-base', () => {
  it('is understood by the engine and hears every word', async () => {
    const model = await pulledModel();
    if ('reason' in model) {
      process.stderr.write(`skipped "hears every word": ${model.reason}\n`);
      return;
    }
    // A 44-byte header, then PCM16 mono at 16 kHz.
    const input = readFileSync(recording).subarray(44);
    const options = { input, timeout: 120_000, encoding: 'utf8' as const, stdio: 'pipe' as const };
    const output = execFileSync(process.execPath, [program, model.path], options);
    const heard = /^>>(.*)$/m
      .exec(output)?.[1]
      ?.toLowerCase()
      .replace(/[^a-z ]/g, '')
      .trim();
    const said = 'ask not what your country can do for you ask what you can do for your country';
    expect(heard).toBe(`and so my fellow americans ${said}`);
  }, 150_000);
});
