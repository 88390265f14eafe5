import { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { modelNamed } from '../manifest/manifest';
import { noise } from '../testing/files';
import { hub, manifestOf } from '../testing/manifests';
import { barReporter } from './bars';
import { formatBytes } from './format';
import { plainReporter } from './plain';
import type { PullReporter } from './reporter';

const bytes = noise(2000);
const model = modelNamed(manifestOf({ tiny: { bytes, sources: [hub('https://a.b/c', bytes)] } }), 'tiny');

function play(reporter: PullReporter): void {
  reporter.started('tiny', model);
  for (let doneBytes = 0; doneBytes <= 2000; doneBytes += 10) {
    reporter.progress('tiny', { phase: 'downloading', doneBytes, totalBytes: 2000 });
  }
  reporter.note('tiny', 'first source: gone');
  reporter.progress('tiny', { phase: 'assembling', doneBytes: 0, totalBytes: 0 });
  reporter.progress('tiny', { phase: 'waiting', doneBytes: 0, totalBytes: 0 });
  reporter.finished('tiny', 'pulled');
  reporter.finished('other', 'failed', 'no source');
}

describe('plainReporter', () => {
  it('shows size, licence, a line per tenth, notes and the end', () => {
    const lines: string[] = [];
    play(plainReporter((line) => lines.push(line)));
    expect(lines[0]).toBe('tiny: 2 kB, licence Test (https://example.com/license)');
    expect(lines.filter((line) => line.includes('downloading'))).toHaveLength(11);
    expect(lines.slice(12)).toEqual([
      'tiny: first source: gone',
      'tiny: assembling 0 % of 0 bytes',
      'tiny: another process is pulling it, waiting',
      'tiny: pulled and verified',
      'other: FAILED\nno source',
    ]);
  });
});

describe('barReporter', () => {
  it('draws bars on a terminal and gives it back', () => {
    let drawn = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        drawn += String(chunk);
        done();
      },
    });
    const terminal: NodeJS.WriteStream = Object.assign(Object.create(WriteStream.prototype), sink, {
      isTTY: true,
      columns: 120,
      write: (text: string) => sink.write(text),
    });
    const reporter = barReporter(terminal);
    play(reporter);
    reporter.stop();
    expect(drawn).toContain('licence Test (https://example.com/license)');
    expect(drawn).toContain('first source: gone');
    expect(drawn).toMatch(/tiny .*100 % of 2 kB .*pulled and verified/);
    expect(drawn.trimEnd()).toMatch(/other: FAILED\nno source$/);
  });
});

describe('formatBytes', () => {
  it('uses decimal units', () => {
    expect([12, 4794, 81_768_585, 999_600_000, 1.53e9].map(formatBytes)).toEqual([
      '12 bytes',
      '5 kB',
      '82 MB',
      '1.0 GB',
      '1.5 GB',
    ]);
  });
});
