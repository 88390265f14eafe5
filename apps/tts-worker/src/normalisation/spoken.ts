import type { Piece } from './piece';

/** One word as the engine gets it, with the pause mark after it, and the piece it was said for. */
export interface SpokenWord {
  readonly text: string;
  readonly piece: number;
}

export interface SpokenText {
  readonly text: string;
  readonly words: readonly SpokenWord[];
}

/** What is said for the pieces, word by word. */
export function spokenText(pieces: readonly Piece[]): SpokenText {
  const words: SpokenWord[] = [];
  let text = '';
  pieces.forEach((piece, index) => {
    piece.words.forEach((word, at) => {
      const said = at === piece.words.length - 1 ? withPause(word, piece.pause) : word;
      text += (words.length === 0 || (piece.glued && at === 0) ? '' : ' ') + said;
      words.push({ text: said, piece: index });
    });
  });
  return { text, words };
}

const withPause = (word: string, pause: string): string =>
  pause === '' ? word : word.replace(/[,;:]$/, '') + pause;
