import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findPlayer, findRecorder } from './sound-tools';

describe('sound programs', () => {
  let dir: string;
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'sound-'))));
  afterEach(() => rmSync(dir, { recursive: true }));
  const install = (name: string, mode = 0o755): void => {
    writeFileSync(join(dir, name), '');
    chmodSync(join(dir, name), mode);
  };

  it('are taken from the PATH, the best that is there', () => {
    expect(findRecorder(dir)).toBeUndefined();
    install('ffmpeg');
    expect(findRecorder(['/nowhere', dir].join(delimiter))?.command).toBe('ffmpeg');
    install('arecord');
    expect(findRecorder(dir)?.command).toBe('arecord');
    install('play');
    expect(findPlayer(dir)?.command).toBe('play');
  });

  it('do not count when they cannot be run', () => {
    install('aplay', 0o644);
    expect(findPlayer(dir)).toBeUndefined();
  });
});
