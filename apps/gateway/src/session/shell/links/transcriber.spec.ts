import type { EngineEvent } from '../../engine/coordinator/events';
import { decode, v1 } from '@parley/contracts';
import { maxItemAudioMs } from '../audio/conversion';
import { InputAudio } from '../audio/input-audio';
import { Harness } from '../../engine/testing/harness';
import { createLogger } from '@parley/telemetry';
import { Transcriber } from './transcriber';
import type { LinkContext } from './ports';

const format = { type: 'audio/pcm', rate: 24_000 } as const;

interface Opened {
  readonly handlers: { readonly onClose: (close: unknown) => void };
}

/** Of a session for which no recogniser ever answers. */
function waiting(open: (options: Opened) => Promise<unknown> = () => new Promise<never>(() => undefined)) {
  const events: EngineEvent[] = [];
  const kept = new Map<string, number>();
  const context = {
    bus: { open },
    log: createLogger('test', 'silent'),
    sessionId: 's',
    traceparent: '',
    state: () => new Harness().state,
    dispatch: (event: EngineEvent) => events.push(event),
    metered: () => undefined,
  } as unknown as LinkContext;
  const transcriber = new Transcriber(context);
  const transcribe = (itemId: string, ms: number) =>
    transcriber.transcribe(
      { itemId, contentIndex: 0 },
      new Uint8Array(ms * 32),
      { type: 'audio/pcm', rate: 16_000 },
      (pcm) => kept.set(itemId, (kept.get(itemId) ?? 0) + pcm.byteLength),
    );
  return { transcriber, events, kept, transcribe };
}

it('an item that takes many turns is heard as it is', async () => {
  const heard: Uint8Array[] = [];
  let over: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (over = resolve));
  const send = (payload: Uint8Array): boolean => {
    const { audio, commit } = decode(v1.HearInput, payload);
    if (audio?.pcm != null) heard.push(new Uint8Array(audio.pcm));
    if (commit != null) over();
    return true;
  };
  const { transcriber } = waiting(({ handlers }) =>
    Promise.resolve({ send, ready: () => Promise.resolve(), close: () => handlers.onClose({}) }),
  );
  const audio = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 37) % 251);
  transcriber.transcribe({ itemId: 'a', contentIndex: 0 }, audio, format, () => undefined);
  await all;
  transcriber.close();
  const whole = new InputAudio(format);
  const wanted = whole.push(audio);
  whole.flush((pcm) => wanted.push(new Uint8Array(pcm)));
  expect(Buffer.concat(heard).equals(Buffer.concat(wanted))).toBe(true);
});

describe('audio items that wait for their words', () => {
  it('are so long together, and what comes beyond is not held', () => {
    const { transcriber, events, kept, transcribe } = waiting();
    for (const name of ['a', 'b', 'c']) transcribe(name, maxItemAudioMs);
    expect(events).toEqual([
      { type: 'item_transcribed', itemId: 'c', contentIndex: 0, text: null, audioMs: maxItemAudioMs },
    ]);
    expect(kept.has('c')).toBe(false);
    transcriber.close();
  });

  it('are kept at once where they are short, and worked on no more once their item is gone', async () => {
    const { transcriber, kept, transcribe } = waiting();
    transcribe('short', 1_000);
    expect(kept.get('short')).toBe(32_000);
    for (const name of ['long', 'behind it']) transcribe(name, 60_000);
    const before = kept.get('long') ?? 0;
    for (const name of ['long', 'behind it']) transcriber.drop(name);
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([kept.get('long'), kept.get('behind it')]).toEqual([before, undefined]);
    expect(before).toBeLessThan(60_000 * 32);
    transcriber.close();
  });
});

describe('audio whose words are known', () => {
  const sixteen = { type: 'audio/pcm', rate: 16_000 } as const;

  function converting() {
    const { transcriber, events } = waiting();
    const kept = new Map<string, number>();
    const convert = (itemId: string, ms: number) =>
      transcriber.convert(itemId, new Uint8Array(ms * 32), sixteen, (pcm) =>
        kept.set(itemId, (kept.get(itemId) ?? 0) + pcm.byteLength),
      );
    return { transcriber, events, kept, convert };
  }

  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  it('is made, at once where it is short, and no recogniser is asked', async () => {
    const { transcriber, events, kept, convert } = converting();
    convert('short', 1_000);
    expect(kept.get('short')).toBe(32_000);
    convert('long', 10_000);
    await turns();
    expect(kept.get('long')).toBe(320_000);
    expect(events).toEqual([]);
    transcriber.close();
  });

  it('is waited for until it is all made, or its item is gone', async () => {
    const { transcriber, kept, convert } = converting();
    convert('one', 1_000);
    expect(transcriber.whole('one')).toBeUndefined();
    convert('one', 10_000);
    convert('one', 1_000);
    convert('gone', 10_000);
    const gone = transcriber.whole('gone');
    transcriber.drop('gone');
    await transcriber.whole('one');
    expect(kept.get('one')).toBe(12 * 32_000);
    expect(transcriber.whole('one')).toBeUndefined();
    await gone;
    expect(kept.get('gone') ?? 0).toBe(0);
    transcriber.close();
  });

  it('is worked on no more once its item is gone, and what is too much at a time is let go', async () => {
    const { transcriber, kept, convert } = converting();
    for (const name of ['a', 'b', 'c']) convert(name, maxItemAudioMs);
    transcriber.drop('a');
    transcriber.drop('b');
    await turns();
    const before = kept.get('a') ?? 0;
    expect([before < 200_000, kept.has('b'), kept.has('c')]).toEqual([true, false, false]);
    // There is room again.
    convert('d', 1_000);
    await turns();
    expect([kept.get('a') ?? 0, kept.get('d')]).toEqual([before, 32_000]);
    transcriber.close();
  });
});
