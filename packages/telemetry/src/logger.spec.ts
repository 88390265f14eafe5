import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createLogger } from './index';

function capture(pretty: boolean) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return {
    lines,
    logger: createLogger('gateway', 'info', { destination, pretty, fields: { worker: 'w1' } }),
  };
}

describe('createLogger', () => {
  it('writes one JSON line with service, level name and ISO time', () => {
    const { lines, logger } = capture(false);
    logger.info({ streamId: 's' }, 'opened');
    logger.debug('not shown');
    expect(lines).toHaveLength(1);
    const line: Record<string, string> = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({
      service: 'gateway',
      level: 'info',
      worker: 'w1',
      streamId: 's',
      msg: 'opened',
    });
    expect(new Date(line['time'] ?? '').toISOString()).toBe(line['time']);
  });

  it('redacts credentials and transcripts, at the top and inside', () => {
    const { lines, logger } = capture(false);
    logger.warn(
      { apiKey: 'canary', a: { token: 'canary', b: { transcript: 'canary', c: { key: 'canary' } } } },
      'x',
    );
    expect(lines[0]).not.toContain('canary');
    expect(lines[0]?.match(/\[redacted\]/g)).toHaveLength(4);
  });

  it('redacts in lists, in errors and what a child logger always says, and leaves the caller’s object alone', () => {
    const { lines, logger } = capture(false);
    const said = { a: [{ text: 'canary' }], bytes: Buffer.from('ok') };
    const failed = Object.assign(new Error('broken'), { headers: { authorization: 'canary' } });
    logger.child({ token: 'canary' }).warn({ ...said, err: failed }, 'x');
    expect(lines[0]).not.toContain('canary');
    expect(lines[0]?.match(/\[redacted\]/g)).toHaveLength(3);
    expect(said.a).toEqual([{ text: 'canary' }]);
  });

  it('keeps the stack of an error', () => {
    const { lines, logger } = capture(false);
    logger.error({ err: new Error('broken') }, 'failed');
    expect(lines[0]).toContain('logger.spec');
  });

  it('writes readable lines when asked', () => {
    const { lines, logger } = capture(true);
    logger.info('opened');
    expect(lines.join('')).toMatch(/INFO.*gateway opened/);
  });

  it('says the level of a readable line to what it goes to', () => {
    const levels: number[] = [];
    const destination = { lastLevel: 0, write: () => void levels.push(destination.lastLevel) };
    createLogger('gateway', 'info', { destination, pretty: true }).error('broken');
    expect(levels).toEqual([50]);
  });

  describe.each([false, true])('as the process is killed (readable: %s)', (pretty) => {
    it('has written its last line, which is fatal', async () => {
      const logger = `require(${JSON.stringify(join(__dirname, '../dist/index.js'))})`;
      const life = `
        const log = ${logger}.createLogger('gateway', 'info', { pretty: ${pretty} });
        log.info('first');
        log.fatal('last');
        process.kill(process.pid, 'SIGKILL');`;
      // A thread that writes is often in time: not in each of several processes side by side.
      const lives = await Promise.all(Array.from({ length: 6 }, () => outputOf(life)));
      for (const lines of lives) expect(lines).toMatch(/first[^]*last/);
    });
  });
});

/** What a program wrote by the time a signal ended it. */
async function outputOf(program: string): Promise<string> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [written, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(signal).toBe('SIGKILL');
  return written;
}
