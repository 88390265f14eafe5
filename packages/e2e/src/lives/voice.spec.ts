import { RealtimeClient, field, recordedUtterance } from '@parley/testing';
import { Conversation } from '../support/conversation';
import { Names, lines, score } from '../support/score';
import { tapped } from '../support/tapped';
import { barrier, spokenTurn, vadWithTranscripts } from '../support/turns';

const silence = (ms: number): Buffer => Buffer.alloc(48 * ms);

/** The lives of turns that the server hears: everything a client is told, in its order. */
describe('the life of a voice turn', () => {
  const here = tapped(
    'lives-voice',
    { client: 'the lives of the protocol', dialect: 'GA, WebSocket' },
    { env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.', PARLEY_TEST_LLM_TOKEN_MS: '10' } },
  );

  it('heard, committed and answered', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), vadWithTranscripts());
    const from = client.mark();
    await spokenTurn(client);
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        input_audio_buffer.speech_started I1
        input_audio_buffer.speech_stopped I1
        input_audio_buffer.committed after ∅: I1
        conversation.item.added after ∅: I1 completed user input_audio(∅)
        conversation.item.done after ∅: I1 completed user input_audio(∅)
        response.created R1 in_progress
        response.output_item.added R1[0] I2 in_progress assistant
        conversation.item.added after I1: I2 in_progress assistant
        response.content_part.added I2 audio("")
          Δ I2
        response.output_audio.done I2
        response.output_audio_transcript.done I2 "You said: Tell me more.."
        response.content_part.done I2 audio("You said: Tell me more..")
        conversation.item.done after I1: I2 completed assistant output_audio("You said: Tell me more..")
        response.output_item.done R1[0] I2 completed assistant output_audio("You said: Tell me more..")
        response.done R1 completed I2
      `),
    );
    const track = client.events.filter((e) =>
      e.type.startsWith('conversation.item.input_audio_transcription.'),
    );
    expect(track.at(-1)?.body).toMatchObject({
      type: 'conversation.item.input_audio_transcription.completed',
      item_id: (await client.waitFor('input_audio_buffer.committed')).body['item_id'],
      content_index: 0,
      transcript: 'Tell me more.',
      usage: { type: 'duration' },
    });
    await client.close();
  });

  it('heard and committed only, when the client answers by itself', async () => {
    const { client } = await Conversation.open(
      here.tap.url.replace('http', 'ws'),
      vadWithTranscripts({ create_response: false }),
    );
    const from = client.mark();
    await client.speak(Buffer.concat([recordedUtterance(), silence(1_000)]));
    await client.waitFor('conversation.item.input_audio_transcription.completed');
    await barrier(client);
    expect(score(client.events.slice(from, -1))).toEqual(
      lines(`
        input_audio_buffer.speech_started I1
        input_audio_buffer.speech_stopped I1
        input_audio_buffer.committed after ∅: I1
        conversation.item.added after ∅: I1 completed user input_audio(∅)
        conversation.item.done after ∅: I1 completed user input_audio(∅)
      `),
    );
    await client.close();
  });

  it('barge-in: what was being said is closed, then the new turn', async () => {
    const { client, names, from } = await interrupted();
    await client.waitFor('input_audio_buffer.committed', { from });
    await client.waitFor('response.created', { from });
    const life = score(client.events.slice(from), names).map(withoutWords);
    const started = life.findIndex((line) => line.startsWith('input_audio_buffer.speech_started'));
    expect(life.slice(started, life.findIndex((line) => line.startsWith('response.created')) + 1)).toEqual(
      lines(`
        input_audio_buffer.speech_started I3
        response.output_audio.done I2
        response.output_audio_transcript.done I2 "…"
        response.content_part.done I2 audio("…")
        conversation.item.done after I1: I2 incomplete assistant output_audio("…")
        response.output_item.done R1[0] I2 incomplete assistant output_audio("…")
        response.done R1 cancelled (turn_detected) I2
        input_audio_buffer.speech_stopped I3
        input_audio_buffer.committed after I2: I3
        conversation.item.added after I2: I3 completed user input_audio(∅)
        conversation.item.done after I2: I3 completed user input_audio(∅)
        response.created R2 in_progress
      `),
    );
    await client.close();
  });

  it('barge-in, interrupt_response off: what is being said is said to its end', async () => {
    const { client, names, from } = await interrupted({ interrupt_response: false });
    await client.waitFor('input_audio_buffer.committed', { from });
    const done = await client.waitFor('response.done');
    expect(field(done, 'response.status')).toBe('completed');
    const life = score(client.events.slice(from), names).map(withoutWords);
    expect(life.filter((line) => !line.startsWith('  Δ')).slice(0, 5)).toEqual(
      lines(`
        input_audio_buffer.speech_started I3
        input_audio_buffer.speech_stopped I3
        input_audio_buffer.committed after I2: I3
        conversation.item.added after I2: I3 completed user input_audio(∅)
        conversation.item.done after I2: I3 completed user input_audio(∅)
      `),
    );
    await client.close();
  });

  it('truncated: an answer loses what was not heard, and its transcript', async () => {
    const conversation = await Conversation.open(here.tap.url.replace('http', 'ws'));
    const { client } = conversation;
    const done = await conversation.turn('[[repeat: 2]]');
    const item_id = field(done, 'response.output.0.id');
    const from = client.mark();
    client.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 500 });
    client.send({ type: 'conversation.item.retrieve', item_id });
    const retrieved = await client.waitFor('conversation.item.retrieved');
    expect(score(client.events.slice(from))).toEqual(
      lines(`
        conversation.item.truncated I1
        conversation.item.retrieved I1 completed assistant output_audio
      `),
    );
    expect(field(await client.waitFor('conversation.item.truncated'), 'audio_end_ms')).toBe(500);
    expect(Buffer.from(String(field(retrieved, 'item.content.0.audio')), 'base64')).toHaveLength(48 * 500);
    client.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 0 });
    await client.waitFor((e) => e.type === 'conversation.item.truncated' && e.body['audio_end_ms'] === 0);
    await client.close();
  });

  it('silence after the last word, where that is a turn', async () => {
    const conversation = await Conversation.open(here.tap.url.replace('http', 'ws'), {
      output_modalities: ['text'],
      ...vadWithTranscripts({ idle_timeout_ms: 5_000 }),
    });
    const { client } = conversation;
    await conversation.turn('Hello');
    const names = new Names();
    score(client.events, names);
    const from = client.mark();
    await client.speak(silence(6_000));
    const triggered = await client.waitFor('input_audio_buffer.timeout_triggered');
    await client.waitFor('response.done', { from });
    expect(score(client.events.slice(from), names)).toEqual(
      lines(`
        input_audio_buffer.timeout_triggered I3
        input_audio_buffer.committed after I2: I3
        conversation.item.added after I2: I3 completed user input_audio(∅)
        conversation.item.done after I2: I3 completed user input_audio(∅)
        response.created R2 in_progress
        response.output_item.added R2[0] I4 in_progress assistant
        conversation.item.added after I3: I4 in_progress assistant
        response.content_part.added I4 text("")
          Δ I4
        response.output_text.done I4 "You said: (The user says nothing.)."
        response.content_part.done I4 text("You said: (The user says nothing.).")
        conversation.item.done after I3: I4 completed assistant output_text("You said: (The user says nothing.).")
        response.output_item.done R2[0] I4 completed assistant output_text("You said: (The user says nothing.).")
        response.done R2 completed I4
      `),
    );
    expect(Number(triggered.body['audio_end_ms'])).toBeGreaterThan(Number(triggered.body['audio_start_ms']));
    await client.close();
  });

  it('cleared while it is spoken: nothing comes of it, and audio goes on being counted', async () => {
    const { client } = await Conversation.open(here.tap.url.replace('http', 'ws'), vadWithTranscripts());
    await client.speak(recordedUtterance());
    const abandoned = await client.waitFor('input_audio_buffer.speech_started');
    client.send({ type: 'input_audio_buffer.clear' });
    await client.waitFor('input_audio_buffer.cleared');
    const from = client.mark();
    await spokenTurn(client);
    const next = await client.waitFor('input_audio_buffer.speech_started', { from });
    expect(next.body['item_id']).not.toBe(abandoned.body['item_id']);
    expect(Number(next.body['audio_start_ms'])).toBeGreaterThan(recordedUtterance().length / 48 - 500);
    const committed = client.events.filter((e) => e.type === 'input_audio_buffer.committed');
    expect(committed.map((e) => e.body['item_id'])).toEqual([next.body['item_id']]);
    await client.close();
  });

  it('committed by the client while it is spoken', async () => {
    const { client } = await Conversation.open(
      here.tap.url.replace('http', 'ws'),
      vadWithTranscripts({ create_response: false }),
    );
    await client.speak(recordedUtterance());
    await client.waitFor('input_audio_buffer.speech_started');
    const from = client.mark();
    client.send({ type: 'input_audio_buffer.commit' });
    await client.waitFor('conversation.item.done', { from });
    const life = score(client.events.slice(from)).filter(
      (line) => !line.startsWith('input_audio_buffer.speech'),
    );
    expect(life).toEqual(
      lines(`
        input_audio_buffer.committed after ∅: I1
        conversation.item.added after ∅: I1 completed user input_audio(∅)
        conversation.item.done after ∅: I1 completed user input_audio(∅)
      `),
    );
    await client.close();
  });

  /** A long answer under way, and speech over it. */
  async function interrupted(
    vad: Readonly<Record<string, unknown>> = {},
  ): Promise<{ client: RealtimeClient; names: Names; from: number }> {
    const conversation = await Conversation.open(here.tap.url.replace('http', 'ws'), vadWithTranscripts(vad));
    const { client } = conversation;
    await conversation.ask('[[repeat: 6]]');
    await client.waitFor('response.output_audio.delta');
    const names = new Names();
    score(client.events, names);
    const from = client.mark();
    await client.speak(Buffer.concat([recordedUtterance(), silence(1_000)]));
    return { client, names, from };
  }
});

/** How far it had come when it was stopped is chance. */
const withoutWords = (line: string): string => line.replace(/"This is.*"/, '"…"');
