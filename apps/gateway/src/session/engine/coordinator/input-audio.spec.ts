import type { ResponseParams } from '@parley/protocol';
import { Harness, emitted, wireTypes } from '../testing/harness';

const audio = { type: 'input_audio' as const, audio: 'AAAA', transcript: null };
const words = { type: 'input_text' as const, text: 'Is this polite?' };
const input: NonNullable<ResponseParams['input']> = [
  { type: 'message', role: 'user', content: [words, audio] },
  { type: 'message', role: 'user', content: [{ ...audio, transcript: 'Known.' }] },
];

/** A response outside the conversation whose input has audio. */
function asked() {
  const h = new Harness();
  const effects = h.client({
    type: 'response.create',
    response: { conversation: 'none', output_modalities: ['text'], input },
  });
  const { itemId, contentIndex } = h.last('transcribe_item');
  const heard = (text: string | null) =>
    h.dispatch({ type: 'item_transcribed', itemId, contentIndex, text, audioMs: 10 });
  return { h, effects, heard };
}

it('the model is asked once the words of audio in the input are there', () => {
  const { h, effects, heard } = asked();
  expect(wireTypes(effects)).toEqual(['response.created']);
  expect(effects.filter(({ type }) => type === 'transcribe_item')).toMatchObject([
    { contentIndex: 1, audio: 'AAAA' },
  ]);
  expect(effects.map(({ type }) => type)).not.toContain('generate');
  const after = heard('Go away!');
  expect(wireTypes(after)).toEqual([]);
  expect(after.map(({ type }) => type)).toContain('drop_audio');
  expect(h.last('generate').request.messages).toEqual([
    { role: 'user', text: 'Is this polite?\nGo away!' },
    { role: 'user', text: 'Known.' },
  ]);
});

it('words that cannot be had end the response', () => {
  const { heard } = asked();
  const [done] = emitted(heard(null), 'response.done');
  expect(done?.response).toMatchObject({
    status: 'failed',
    status_details: { error: { type: 'server_error', code: 'stt_unavailable' } },
  });
});

it('words that come after the response was cancelled are of no use, and do no harm', () => {
  const { h, heard } = asked();
  const [created] = emitted(h.effects, 'response.created');
  h.client({ type: 'response.cancel', response_id: created!.response.id });
  expect(heard('Go away!').map(({ type }) => type)).not.toContain('generate');
});
