import { blue, cyan, dim, green, magenta, red, yellow } from './say.mjs';

const HIDDEN = new Set(['level', 'time', 'msg', 'service', 'pid', 'hostname', 'workerId', 'context']);
const COLOURS = [cyan, green, magenta, blue, yellow];
const WIDTH = 17;
const MAX_VALUE = 160;
const LEVELS = { trace: dim, debug: dim, info: (text) => text, warn: yellow, error: red, fatal: red };

const colours = new Map();
function colourOf(name) {
  if (!colours.has(name)) colours.set(name, COLOURS[colours.size % COLOURS.length]);
  return colours.get(name);
}

/** A child's line as a person reads it: who, when, what, with what. Lines that are not JSON stay as they are. */
export function logLine(name, line) {
  const prefix = colourOf(name)(name.padEnd(WIDTH));
  const entry = parse(line);
  if (entry === undefined) return `${prefix} ${line}`;
  const time = typeof entry.time === 'string' ? entry.time.slice(11, 19) : '';
  const paint = LEVELS[entry.level] ?? ((text) => text);
  const mark = entry.level === 'info' || entry.level === undefined ? '' : `${entry.level.toUpperCase()} `;
  return `${prefix} ${dim(time)} ${paint(`${mark}${entry.msg ?? ''}`)}${fields(entry)}`;
}

function parse(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line);
    return typeof entry.msg === 'string' || typeof entry.level === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}

function fields(entry) {
  const shown = Object.entries(entry).filter(([key]) => !HIDDEN.has(key));
  const stack = entry.err?.stack;
  const parts = shown.map(
    ([key, value]) => `${key}=${short(key === 'err' ? (value?.message ?? value) : value)}`,
  );
  return (
    dim(parts.length === 0 ? '' : `  ${parts.join(' ')}`) + (stack === undefined ? '' : `\n${dim(stack)}`)
  );
}

function short(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
