import { spawn, type ChildProcess } from 'node:child_process';
import { int16ToBytes } from '@parley/audio';
import { WIRE_RATE_HZ } from './session-config';
import type { SoundTool } from './sound-tools';

/** Plays replies through a program and knows how much of the current one has been heard. */
export class Speaker {
  private player: ChildProcess | undefined;
  private itemId = '';
  private startMs = 0;
  private sentMs = 0;

  constructor(
    private readonly tool: SoundTool,
    private readonly now: () => number = () => performance.now(),
  ) {}

  play(itemId: string, pcm: Int16Array): void {
    if (this.player === undefined || itemId !== this.itemId) this.begin(itemId);
    this.sentMs += (pcm.length * 1000) / WIRE_RATE_HZ;
    this.player?.stdin?.write(int16ToBytes(pcm));
  }

  /** Stops at once. @returns what of the reply was heard, if one was playing */
  interrupt(): { readonly itemId: string; readonly heardMs: number } | undefined {
    const heardMs = Math.min(this.now() - this.startMs, this.sentMs);
    const playing = this.player !== undefined && heardMs < this.sentMs;
    this.stop();
    return playing ? { itemId: this.itemId, heardMs } : undefined;
  }

  stop(): void {
    this.player?.kill('SIGKILL');
    this.player = undefined;
  }

  private begin(itemId: string): void {
    this.player?.stdin?.end();
    const player = spawn(this.tool.command, this.tool.args, { stdio: ['pipe', 'ignore', 'ignore'] });
    // A player without a sound device ends at once: the conversation goes on in text.
    player.on('error', () => undefined);
    player.stdin.on('error', () => undefined);
    this.player = player;
    this.itemId = itemId;
    this.startMs = this.now();
    this.sentMs = 0;
  }
}
