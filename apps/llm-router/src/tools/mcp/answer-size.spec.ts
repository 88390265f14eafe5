import { maxAnswerBytes, maxAnswerValues } from '../limits';
import { AnswerSize } from './answer-size';

const json = 'application/json';
const events = 'text/event-stream';
const many = `[${'0,'.repeat(maxAnswerValues)}0]`;
const half = `[${'0,'.repeat(maxAnswerValues / 2)}0]`;

/** Whether it was too much, in pieces of any length. */
function tooMany(text: string, type: string, method = 'POST', pieceBytes = 16_000): boolean {
  const count = new AnswerSize(method, type);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes)
    if (count.add(bytes.subarray(at, at + pieceBytes)) !== undefined) return true;
  return false;
}

it.each([
  [many, json],
  [`[${half}\n\n,\n\n${half}]`, json],
  [`data: ${many}\n\n`, events],
  [`: "\ndata: ${many}\n\n`, events],
  [`id: "\\\r\ndata: ${many}\r\n\r\n`, events],
  [`data: ${half}\r\ndata: ,${half}\r\n\r\n`, events],
  [`data: "\\\\"\rdata: ${many}\r\r`, events],
])('are too many, case %#', (text, type) => {
  expect(tooMany(text, type)).toBe(true);
  expect(tooMany(text, type, 'POST', 1)).toBe(true);
});

it.each([
  [half, json],
  [JSON.stringify(many), json],
  [['\n\n', '\r\n\r\n', '\r\r'].map((end) => `data: ${half}${end}`).join(''), events],
  [`data: ${JSON.stringify({ many, quoted: `\\"${many}` })}\n\n`, events],
])('are few enough, case %#', (text, type) => {
  expect(tooMany(text, type)).toBe(false);
  expect(tooMany(text, type, 'POST', 1)).toBe(false);
});

it('reads what answers a GET as events, whatever it says that it is', () => {
  expect(tooMany(`: "\ndata: ${many}\n\n`, json, 'GET')).toBe(true);
});

it('counts the bytes of each event', () => {
  const event = `data: "${'x'.repeat(maxAnswerBytes - 100)}"\r\n\r\n`;
  expect(tooMany(event.repeat(2), events)).toBe(false);
  expect(tooMany(event.trim().repeat(2), events)).toBe(true);
});
