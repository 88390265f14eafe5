import type { DenoiseLane, Denoiser, OnAudio } from '../noise/denoiser';

/** Keeps back the last samples of what it is given, as the real one does, and answers when it is told to. */
export class SlowDenoiser implements Denoiser {
  readonly #answers: (() => void)[] = [];
  opened = 0;
  closed = 0;

  constructor(private readonly keepsBack = 300) {}

  open(_reduction: unknown, onAudio: OnAudio): DenoiseLane {
    this.opened += 1;
    let inside: number[] = [];
    const give = (count: number): void => {
      const given = Int16Array.from(inside.slice(0, count));
      inside = inside.slice(count);
      onAudio(given);
    };
    return {
      push: (pcm) => {
        const own = [...pcm];
        this.#answers.push(() => {
          inside.push(...own);
          give(Math.max(0, inside.length - this.keepsBack));
        });
      },
      flush: () => this.#answers.push(() => give(inside.length)),
      close: () => (this.closed += 1),
    };
  }

  answer(): void {
    for (const answer of this.#answers.splice(0)) answer();
  }
}
