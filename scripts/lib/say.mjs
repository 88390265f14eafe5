/** What the scripts tell a person. */
const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
const paint = (code) => (text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);

export const dim = paint(2);
export const bold = paint(1);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);
export const cyan = paint(36);
export const magenta = paint(35);
export const blue = paint(34);

let out = process.stdout;

/** From here on everything said goes to stderr: stdout belongs to a program's own output. */
export function sayToStderr() {
  out = process.stderr;
}

/** One line; a reader that went away is no reason to stop. */
export function say(text = '') {
  out.write(`${text}\n`);
}

export const step = (text) => say(`${cyan('▸')} ${text}`);
export const done = (text) => say(`${green('✓')} ${text}`);
export const warn = (text) => say(`${yellow('!')} ${text}`);

export const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/** Something a person can mend: shown without a stack trace. */
export class UserError extends Error {
  name = 'UserError';
}

/** Shows an error as a person can use it. */
export function complain(error) {
  const mendable = error instanceof UserError || error?.name === 'TalkError';
  const text = mendable ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`${red('✗')} ${text}\n`);
}

process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
