import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
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

  it('has a readable line wait for no others: it may be the last', () => {
    const lines: string[] = [];
    const standard = { write: (line: string) => lines.push(line), flushSync: () => undefined };
    jest
      .spyOn(pino, 'destination')
      .mockReturnValue(standard as unknown as ReturnType<typeof pino.destination>);
    createLogger('gateway', 'info', { pretty: true }).error('broken');
    expect(lines.join('')).toMatch(/ERROR.*gateway broken/);
  });

  it.each([false, true])('writes a fatal line before the process can abort (readable: %s)', (pretty) => {
    const logger = `require(${JSON.stringify(join(__dirname, '../dist/index.js'))})`;
    const life = `
      const log = ${logger}.createLogger('gateway', 'info', { pretty: ${pretty} });
      log.info('first');
      log.fatal('last');
      process.abort();`;
    // A core file is left where a process aborts.
    const cwd = mkdtempSync(join(tmpdir(), 'parley-logger-'));
    try {
      const { stdout, signal } = spawnSync(process.execPath, ['-e', life], {
        cwd,
        encoding: 'utf8',
        timeout: 20_000,
      });
      expect(signal).toBe('SIGABRT');
      // What went before may still be on its way in a thread, and come late.
      expect(stdout).toContain('last');
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });
});
