import type { Perception } from './server-event';
import type { TalkEvent } from './talk-event';

export interface Output {
  /** Writes one line. */
  line(text: string): void;
  /** Shows a line that the next call replaces; a no-op where there is no terminal. */
  status(text: string): void;
}

export function terminalOutput(stream: NodeJS.WriteStream): Output {
  const clear = stream.isTTY ? '\r\x1b[2K' : '';
  return {
    line: (text) => stream.write(`${clear}${text}\n`),
    status: (text) => {
      if (stream.isTTY) stream.write(`${clear}${text.slice(0, Math.max(20, stream.columns - 1))}`);
    },
  };
}

/** Shows a conversation to a person as it goes. */
export class Display {
  private partial = '';
  private reply = '';

  constructor(private readonly output: Output) {}

  show(event: TalkEvent): void {
    switch (event.kind) {
      case 'speech-started':
        this.partial = '';
        this.output.status('  listening …');
        return;
      case 'partial':
        this.partial += event.text;
        this.output.status(`  you  … ${this.partial}`);
        return;
      case 'heard':
        this.output.line(`  you     ${event.text.trim() || '(nothing)'}`);
        return;
      case 'not-understood':
        this.output.line(`  you     (not understood: ${event.message})`);
        return;
      case 'reply-started':
        this.reply = '';
        return;
      case 'reply-text':
        this.reply += event.delta;
        this.output.status(`  parley … ${this.reply}`);
        return;
      case 'reply-done':
        this.showReply(event.status, event.detail);
        return;
      case 'persona':
        if (event.scope === 'utterance') this.output.line(`  voice   ${describePersona(event.perception)}`);
        return;
      case 'timing':
        this.output.line(`  timing  ${describeStages(event.stages)}`);
        return;
      case 'error':
        this.output.line(`  error   ${event.message}`);
        return;
      default:
        return;
    }
  }

  private showReply(status: string, detail: string): void {
    const remark =
      status === 'completed' ? '' : ` (${[status, detail].filter((part) => part !== '').join(': ')})`;
    this.output.line(`  parley  ${this.reply.trim()}${remark}`);
    this.reply = '';
  }
}

export function describePersona(perception: Perception): string {
  const traits: [string, Perception['emotion']][] = [
    ['emotion', perception.emotion],
    ['pitch', perception.pitch],
    ['rate', perception.speakingRate],
    ['age', perception.age],
  ];
  const parts = traits.flatMap(([name, [first]]) =>
    first === undefined ? [] : [`${name} ${first.label} ${Math.round(first.confidence * 100)} %`],
  );
  return parts.length === 0 ? 'nothing to say about it' : parts.join(' · ');
}

export const describeStages = (stages: Readonly<Record<string, number>>): string =>
  Object.entries(stages)
    .map(([name, ms]) => `${name.replace(/_ms$/, '').replaceAll('_', ' ')} ${Math.round(ms)} ms`)
    .join(' · ');

/** One event as a JSON line: audio as its length only. */
export function toJsonLine(event: TalkEvent): string {
  const { atMs, ...rest } = event;
  const body = rest.kind === 'reply-audio' ? { kind: rest.kind, samples: rest.pcm.length } : rest;
  return JSON.stringify({ at_ms: Math.round(atMs), ...body });
}
