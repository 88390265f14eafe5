import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@parley/testing';
import { tapped } from '../support/tapped';
import type { LivekitReport } from './programs/livekit';

const run = promisify(execFile);

/** LiveKit's realtime model for agents, unmodified: only its address and key point here. */
describe('@livekit/agents-plugin-openai', () => {
  const here = tapped(
    'livekit',
    {
      client: '@livekit/agents-plugin-openai',
      package: '@livekit/agents-plugin-openai',
      dialect: 'GA, WebSocket',
    },
    { env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.', PARLEY_TEST_LLM_TOKEN_MS: '10' } },
  );

  const play = async (scenario: string): Promise<LivekitReport> => {
    const program = join(repositoryRoot(), 'packages/e2e/dist/conformance/programs/livekit.js');
    const { stdout } = await run(process.execPath, [program, here.tap.url, scenario], { timeout: 90_000 });
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as LivekitReport;
    expect(report.errors).toEqual([]);
    return report;
  };

  it('generates a reply to its chat context', async () => {
    const { replies } = await play('typed');
    expect(replies).toMatchObject([{ text: 'You said: Hello there.', calls: [] }]);
    expect(replies[0]?.audioMs).toBeGreaterThan(0);
  });

  it('holds a voice turn', async () => {
    const { replies, transcripts, speechStarts } = await play('spoken');
    expect(replies).toMatchObject([{ text: 'You said: Tell me more..' }]);
    expect(transcripts).toEqual(['Tell me more.']);
    expect(speechStarts).toBe(1);
  });

  it('has its tools called, two in one response, and speaks about the answers', async () => {
    const { replies } = await play('tools');
    expect(replies).toMatchObject([
      {
        text: '',
        calls: [
          { name: 'weather', args: '{"city":"Ulm"}' },
          { name: 'weather', args: '{"city":"Bonn"}' },
        ],
      },
      { text: 'The tool said Rain in Bonn.', calls: [] },
    ]);
  });

  it('is interrupted by speech, and truncates what was not heard', async () => {
    const { replies, speechStarts } = await play('bargeIn');
    const [cut, next] = replies;
    expect(cut?.text).toContain('This is sentence 1.');
    expect(cut?.text).not.toContain('This is sentence 60.');
    expect(next?.text).toBe('You said: Tell me more..');
    expect(speechStarts).toBe(1);
  });

  it('is interrupted by its application, and answers again', async () => {
    const { replies } = await play('interrupt');
    const [cut, next] = replies;
    expect(cut?.text).not.toContain('This is sentence 60.');
    expect(next?.text).toBe('You said: Hello again.');
  });
});
