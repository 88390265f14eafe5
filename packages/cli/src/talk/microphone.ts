import { spawn } from 'node:child_process';
import { SampleJoiner } from '@parley/audio';
import { TalkError } from './errors';
import type { SoundTool } from './sound-tools';

/**
 * Reads the microphone until `stop` is called.
 * @param onEnd called once when the program ended by itself, with what it said
 */
export function readMicrophone(
  tool: SoundTool,
  onAudio: (samples: Int16Array) => void,
  onEnd: (error: TalkError) => void,
): () => void {
  const recorder = spawn(tool.command, tool.args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const joiner = new SampleJoiner(2);
  let stopped = false;
  let said = '';
  const end = (why: string): void => {
    if (stopped) return;
    stopped = true;
    onEnd(new TalkError('refused', `the microphone could not be read (${tool.command}: ${why})`));
  };
  recorder.stdout.on('data', (bytes: Buffer) => onAudio(Int16Array.from(joiner.push(bytes))));
  recorder.stderr.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-500)));
  recorder.on('error', (error) => end(error.message));
  recorder.on('close', (code) => end(said.trim() || `exit code ${code ?? 'none'}`));
  return () => {
    stopped = true;
    recorder.kill('SIGTERM');
  };
}
