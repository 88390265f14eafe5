import type { AudioFormat, ClientItem } from '@parley/protocol';
import { loopTurn } from '../../../transports/websocket/loop-turn';
import { convert, maxItemAudioMs, tooLongAudio } from './conversion';
import { InputAudio } from './input-audio';

const mulaw: AudioFormat = { type: 'audio/pcmu' };
const always = (): boolean => true;
const noise = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, (_, n) => (n * 37) % 251);

describe('audio of an item', () => {
  it('becomes what it would become as a whole', async () => {
    const audio = noise(150_000);
    const whole = new InputAudio(mulaw);
    const wanted = whole.push(audio);
    whole.flush((pcm) => wanted.push(new Uint8Array(pcm)));
    const pieces: Uint8Array[] = [];
    await convert(audio, mulaw, (pcm) => pieces.push(new Uint8Array(pcm)), always);
    expect(Buffer.concat(pieces).equals(Buffer.concat(wanted))).toBe(true);
  });

  it('is there at once where it is short', () => {
    let samples = 0;
    void convert(noise(8_000), mulaw, (pcm) => (samples += pcm.byteLength / 2), always);
    expect(samples).toBe(16_000);
  });

  it('takes a turn of the event loop for each eight seconds of a telephone', async () => {
    const turns = new Set<number>();
    await convert(noise(5 * 64 * 1_024), mulaw, () => turns.add(loopTurn()), always);
    expect(turns.size).toBe(5);
  });

  it('is worked on no longer than it is wanted', async () => {
    let looks = 0;
    const turns = new Set<number>();
    await convert(
      noise(5 * 64 * 1_024),
      mulaw,
      () => turns.add(loopTurn()),
      () => (looks += 1) < 3,
    );
    expect(turns.size).toBe(2);
  });
});

describe('audio of an item that is too long', () => {
  const item = (ms: number, transcript: string | null = null): ClientItem => {
    const audio = Buffer.alloc(ms * 8).toString('base64');
    const words = { type: 'input_text' as const, text: 'Listen.' };
    return { type: 'message', role: 'user', content: [words, { type: 'input_audio', audio, transcript }] };
  };
  const create = (one: ClientItem) =>
    tooLongAudio({ type: 'conversation.item.create', item: one }, mulaw)?.param;

  it('is refused, wherever it comes', () => {
    expect(create(item(maxItemAudioMs - 1))).toBeUndefined();
    expect(create(item(maxItemAudioMs + 1))).toBe('item.content[1].audio');
    const input = [item(1), { type: 'item_reference' as const, id: 'x' }, item(maxItemAudioMs + 1)];
    const response = tooLongAudio({ type: 'response.create', response: { input } }, mulaw);
    expect(response?.param).toBe('response.input[2].content[1].audio');
  });

  it('is no matter where its words are told', () => {
    expect(create(item(maxItemAudioMs + 1, 'Known.'))).toBeUndefined();
  });
});
