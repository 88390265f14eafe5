import * as fc from 'fast-check';
import { parseAppend } from './append';
import { parseClientEvent } from './parse';

/** What the full parser makes of a frame: its audio and event_id, or undefined if it is no valid append. */
function slowly(frame: Buffer): { audio: Buffer; eventId: string | undefined } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(frame.toString('utf8'));
  } catch {
    return undefined;
  }
  const event = parseClientEvent(json).ok;
  if (event?.type !== 'input_audio_buffer.append') return undefined;
  return { audio: Buffer.from(event.audio, 'base64'), eventId: event.event_id ?? undefined };
}

const agrees = (frame: Buffer): void => {
  const fast = parseAppend(frame);
  if (!fast) return;
  const slow = slowly(frame);
  expect(slow).toBeDefined();
  expect(fast.audio.equals(slow?.audio ?? Buffer.alloc(0))).toBe(true);
  expect(fast.eventId).toBe(slow?.eventId);
};

const space = fc.stringMatching(/^[ \t\r\n]{0,2}$/);
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const plainId = fc.stringMatching(/^[a-z0-9_-]{0,20}$/);

const ordinary = fc
  .record({
    audio: bytes,
    id: fc.option(plainId, { nil: undefined }),
    order: fc.nat(5),
    spaces: fc.array(space, { minLength: 9, maxLength: 9 }),
  })
  .map(({ audio, id, order, spaces }) => {
    const pairs = [
      `"type"${spaces[0]}:${spaces[1]}"input_audio_buffer.append"`,
      `"audio"${spaces[2]}:${spaces[3]}"${audio.toString('base64')}"`,
    ];
    if (id !== undefined) pairs.push(`"event_id":${spaces[4]}"${id}"`);
    const rotated = [...pairs.slice(order % pairs.length), ...pairs.slice(0, order % pairs.length)];
    const frame = Buffer.from(
      `${spaces[5]}{${spaces[6]}${rotated.join(`${spaces[7]},${spaces[8]}`)}${spaces[5]}}${spaces[6]}`,
    );
    return { frame, audio, id };
  });

it('reads every ordinary append, whatever the order and whitespace', () => {
  fc.assert(
    fc.property(ordinary, ({ frame, audio, id }) => {
      const fast = parseAppend(frame);
      expect(fast?.audio.equals(audio)).toBe(true);
      expect(fast?.eventId).toBe(id);
      agrees(frame);
    }),
    { numRuns: 1000 },
  );
});

it('agrees with the full parser on frames with a byte changed, dropped or added', () => {
  const byte = fc.oneof(fc.constantFrom(...Buffer.from('"\\{}[],: =-_/+u\n')), fc.nat(255));
  fc.assert(
    fc.property(
      ordinary,
      fc.nat(),
      byte,
      fc.constantFrom('set', 'drop', 'insert', 'cut'),
      ({ frame }, at, value, how) => {
        const index = at % frame.length;
        const [head, tail] = [frame.subarray(0, index), frame.subarray(index + 1)];
        const changed = {
          set: Buffer.concat([head, Buffer.from([value]), tail]),
          drop: Buffer.concat([head, tail]),
          insert: Buffer.concat([head, Buffer.from([value]), frame.subarray(index)]),
          cut: head,
        }[how];
        agrees(changed);
      },
    ),
    { numRuns: 5000 },
  );
});

it('agrees with the full parser on any JSON of these keys', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('input_audio_buffer.append', 'AAAA', 'AA==', 'AA=A', ''),
    fc.jsonValue(),
  );
  const key = fc.constantFrom('type', 'audio', 'event_id', 'other', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 4 }), (pairs) => {
      agrees(
        Buffer.from(`{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`),
      );
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ['escaped slash', String.raw`{"type":"input_audio_buffer.append","audio":"\/\/\/\/"}`],
  ['escaped type', String.raw`{"type":"input_audio_buffer.appen\u0064","audio":"AAAA"}`],
  ['a key twice', '{"type":"input_audio_buffer.append","audio":"AAAA","audio":"BBBB"}'],
  ['an id outside ASCII', '{"type":"input_audio_buffer.append","audio":"AAAA","event_id":"é"}'],
])('leaves %s to the full parser, which takes it', (_name, text) => {
  const frame = Buffer.from(text);
  expect(parseAppend(frame)).toBeUndefined();
  expect(slowly(frame)).toBeDefined();
});

it.each([
  ['another event', '{"type":"response.create"}'],
  ['bad base64', '{"type":"input_audio_buffer.append","audio":"A A="}'],
  ['text after the object', '{"type":"input_audio_buffer.append","audio":"AAAA"}x'],
  [
    'more than 15 MiB',
    `{"type":"input_audio_buffer.append","audio":"${'A'.repeat(((15 * 1024 * 1024) / 3) * 4 + 4)}"}`,
  ],
])('leaves %s to the full parser, which refuses it', (_name, text) => {
  const frame = Buffer.from(text);
  expect(parseAppend(frame)).toBeUndefined();
  expect(slowly(frame)).toBeUndefined();
});
