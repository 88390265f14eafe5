import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { WIRE_RATE_HZ } from './session-config';

export interface SoundTool {
  readonly command: string;
  readonly args: readonly string[];
}

const rate = String(WIRE_RATE_HZ);
const raw = ['-q', '-t', 'raw', '-r', rate, '-e', 'signed', '-b', '16', '-c', '1', '-'];
const alsa = ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', rate, '-c', '1'];
const ffmpegInput =
  process.platform === 'darwin' ? ['-f', 'avfoundation', '-i', ':default'] : ['-f', 'alsa', '-i', 'default'];

/** Programs that write the microphone to stdout as PCM16 mono at WIRE_RATE_HZ, best first. */
const RECORDERS: readonly SoundTool[] = [
  { command: 'arecord', args: alsa },
  { command: 'rec', args: raw },
  { command: 'ffmpeg', args: ['-v', 'error', ...ffmpegInput, '-ac', '1', '-ar', rate, '-f', 's16le', '-'] },
];

/** Programs that play the same from stdin. */
const PLAYERS: readonly SoundTool[] = [
  { command: 'aplay', args: alsa },
  { command: 'play', args: raw },
  { command: 'ffplay', args: ['-v', 'error', '-nodisp', '-autoexit', '-f', 's16le', '-ar', rate, '-i', '-'] },
];

const INSTALL = 'install alsa-utils (arecord, aplay), sox (rec, play) or ffmpeg';
export const noMicrophone = `no program to record the microphone was found: ${INSTALL}, or give a WAV file`;
export const noPlayer = `replies are shown but not played: ${INSTALL}`;

export const findRecorder = (path = process.env['PATH']): SoundTool | undefined => firstOn(path, RECORDERS);
export const findPlayer = (path = process.env['PATH']): SoundTool | undefined => firstOn(path, PLAYERS);

function firstOn(path: string | undefined, tools: readonly SoundTool[]): SoundTool | undefined {
  const dirs = (path ?? '').split(delimiter).filter((dir) => dir !== '');
  return tools.find(({ command }) => dirs.some((dir) => executable(join(dir, command))));
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
