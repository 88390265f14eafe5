import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@parley/testing';
import { tapped } from '../support/tapped';
import type { RealtimeApiReport } from './programs/openai-realtime-api';

const run = promisify(execFile);

/** A client of the beta that throws on events it does not expect, unmodified: only its address and key point here. */
describe('openai-realtime-api', () => {
  const here = tapped(
    'openai-realtime-api',
    { client: 'openai-realtime-api', package: 'openai-realtime-api', dialect: 'beta, WebSocket' },
    { env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.' } },
  );

  it('writes, speaks, and has its tool called', async () => {
    const program = join(repositoryRoot(), 'packages/e2e/dist/conformance/programs/openai-realtime-api.js');
    const { stdout } = await run(process.execPath, [program, here.tap.url.replace('http', 'ws')], {
      timeout: 90_000,
    });
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as RealtimeApiReport;
    expect(report.errors).toEqual([]);
    expect(report.items).toEqual([
      { role: 'user', type: 'message', text: 'Hello there', transcript: '', hasAudio: false },
      {
        role: 'assistant',
        type: 'message',
        text: '',
        transcript: 'You said: Hello there.',
        hasAudio: true,
      },
      { role: 'user', type: 'message', text: '', transcript: 'Tell me more.', hasAudio: true },
      {
        role: 'assistant',
        type: 'message',
        text: '',
        transcript: 'You said: Tell me more..',
        hasAudio: true,
      },
      {
        role: 'user',
        type: 'message',
        text: '[[tool: weather {"city":"Ulm"}]]',
        transcript: '',
        hasAudio: false,
      },
      { role: 'none', type: 'function_call', text: '', transcript: '', hasAudio: false },
      { role: 'none', type: 'function_call_output', text: '', transcript: '', hasAudio: false },
      {
        role: 'assistant',
        type: 'message',
        text: '',
        transcript: expect.stringContaining('Rain in Ulm'),
        hasAudio: true,
      },
    ]);
    expect(report.toolCalls).toEqual([{ city: 'Ulm' }]);
  });
});
