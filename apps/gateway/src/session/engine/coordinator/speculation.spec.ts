import { Harness, wireTypes } from '../testing/harness';
import type { Effect } from './effects';

const session = { parley: { speculation: true } };

const candidate = (utterance: number, text = '') =>
  ({ type: 'turn_candidate', utterance, revision: 0, text, language: '', probability: 0.9 }) as const;

function listening(change: ConstructorParameters<typeof Harness>[0] = session): Harness {
  const h = new Harness(change);
  h.audio(2_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 1_600 });
  return h;
}

/** As far as an answer that was begun on "Hello there". */
function thinking(): Harness {
  const h = listening();
  h.hears({ type: 'partial', utterance: 1, text: 'Hello there', stableChars: 11 });
  h.hears(candidate(1));
  return h;
}

function commits(h: Harness, text: string): readonly Effect[] {
  const stopped = { utterance: 1, endSample: 20_000, speechEndSample: 17_000 };
  return [
    ...h.hears({ type: 'speech_stopped', ...stopped }),
    ...h.hears({ type: 'turn_committed', utterance: 1, startSample: 1_600, endSample: 20_000 }),
    ...h.hears({ type: 'final', utterance: 1, text, language: 'en' }),
  ];
}

const outcomes = (h: Harness) => h.all('speculation').map(({ outcome }) => outcome);
const speaks = (h: Harness): readonly Effect[] => {
  const { generation } = h.last('speak_begin');
  return [
    ...h.dispatch({
      type: 'speech',
      generation,
      event: { type: 'segment_started', textStart: 0, textEnd: 3 },
    }),
    ...h.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm: new Uint8Array(4_800) } }),
  ];
};

describe('an answer begun at the candidate', () => {
  it('is thought and spoken, and nothing of it is shown', () => {
    const h = thinking();
    expect(h.last('generate').request.messages.at(-1)).toEqual({ role: 'user', text: 'Hello there' });
    const shown = [...h.model({ type: 'text', delta: 'Hi!' }), ...speaks(h)];
    expect(h.last('speak_text').delta).toBe('Hi!');
    expect(wireTypes(shown)).toEqual([]);
  });

  it('is the answer once the turn is committed with the same words', () => {
    const h = thinking();
    h.model({ type: 'text', delta: 'Hi!' });
    speaks(h);
    const types = wireTypes(commits(h, 'Hello, there.'));
    expect(types.slice(types.indexOf('response.created'))).toEqual([
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      'response.output_audio_transcript.delta',
      'response.output_audio.delta',
    ]);
    expect(h.all('generate')).toHaveLength(1);
    expect(outcomes(h)).toEqual(['started', 'used']);
  });

  it('goes on after it was shown', () => {
    const h = thinking();
    h.model({ type: 'text', delta: 'Hi!' });
    commits(h, 'Hello there.');
    h.model({ type: 'finished', reason: 'stop', usage: null });
    speaks(h);
    const { generation } = h.last('speak_begin');
    const done = h.dispatch({ type: 'speech', generation, event: { type: 'speech_done' } });
    expect(wireTypes(done).at(-1)).toBe('response.done');
    expect(h.last('timing').timing).toMatchObject({ speculation: 'used', status: 'completed' });
    expect(h.last('timing').timing.stages).toMatchObject({
      candidate_ms: expect.any(Number),
      request_ms: 0,
      first_token_ms: 0,
    });
  });

  it('is thrown away when the words turn out otherwise, and thought again', () => {
    const h = thinking();
    const first = h.last('generate').generation;
    const effects = commits(h, 'Hello there, Jane.');
    expect(effects).toContainEqual({ type: 'abandon_model', lane: 'main', generation: first });
    expect(h.last('generate').request.messages.at(-1)).toEqual({ role: 'user', text: 'Hello there, Jane.' });
    expect(outcomes(h)).toEqual(['started', 'wasted']);
    expect(h.last('speculation').tokens).toBeGreaterThan(0);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(h.last('timing').timing.speculation).toBe('wasted');
  });

  it('is thrown away when the turn is reopened', () => {
    const h = thinking();
    h.hears({ type: 'turn_reopened', utterance: 1 });
    expect(outcomes(h)).toEqual(['started', 'wasted']);
    expect(h.last('extension').event).toMatchObject({ type: 'parley.speculation', reason: 'resumed' });
    h.hears({ type: 'partial', utterance: 1, text: 'Hello there you', stableChars: 11 });
    expect(h.all('generate')).toHaveLength(1);
  });

  it('begins again with the words of a newer partial, a few times', () => {
    const h = thinking();
    for (const text of ['Hello there A', 'Hello there A B', 'Hello there A B C', 'Hello there A B C D'])
      h.hears({ type: 'partial', utterance: 1, text, stableChars: 11 });
    expect(outcomes(h).filter((outcome) => outcome === 'started')).toHaveLength(3);
  });

  it('is kept where newer words may not be answered any more: the final may still be the older ones', () => {
    const h = thinking();
    for (const text of ['Hello A', 'Hello there', 'Hello B'])
      h.hears({ type: 'partial', utterance: 1, text, stableChars: 5 });
    commits(h, 'Hello there');
    expect(outcomes(h)).toEqual(['started', 'wasted', 'started', 'wasted', 'started', 'used']);
  });

  it('is the same whichever way a compound is parted, but not of other figures', () => {
    const used = (begunOn: string, said: string): boolean => {
      const h = listening();
      h.hears(candidate(1, begunOn));
      commits(h, said);
      return outcomes(h).includes('used');
    };
    expect(used('Es ist so weit.', 'Es ist soweit!')).toBe(true);
    expect(used("How's that 2 u?", 'Hows that 2u')).toBe(true);
    expect(used('Dial 10 1', 'Dial 101')).toBe(false);
  });

  it('holds a call back, so that nobody executes it', () => {
    const h = thinking();
    const call = h.model({ type: 'call', callId: 'c', name: 'pay', argumentsJson: '{}' });
    expect(call).toEqual([]);
    h.hears({ type: 'turn_reopened', utterance: 1 });
    expect(wireTypes(commits(h, 'No.'))).not.toContain('response.function_call_arguments.done');
  });

  it('does not answer for a failed model: the answer is asked for anew', () => {
    const h = thinking();
    h.model({ type: 'model_failed', failure: { type: 'server_error', code: 'x', message: 'no' } });
    commits(h, 'Hello there.');
    expect(h.all('generate')).toHaveLength(2);
    expect(h.emitted().map(({ type }) => type)).not.toContain('response.done');
  });

  it('gives way when the client changed the conversation meanwhile', () => {
    const h = thinking();
    const item = {
      type: 'message',
      role: 'system',
      content: [{ type: 'input_text', text: 'Sing.' }],
    } as const;
    h.client({ type: 'conversation.item.create', item: { ...item, content: [...item.content] } });
    commits(h, 'Hello there.');
    expect(outcomes(h)).toEqual(['started', 'wasted']);
  });
});

describe('an answer begun at any pause', () => {
  const says = (h: Harness, text: string, endProbability: number, heardToSample = 16_000) =>
    h.hears({ type: 'partial', utterance: 1, text, stableChars: 0, heardToSample, endProbability });
  const pauses = (h: Harness, speechEndSample = 17_000) =>
    h.hears({ type: 'speech_paused', utterance: 1, speechEndSample, speechMs: 500 });
  const goesOn = (h: Harness) => h.hears({ type: 'speech_resumed', utterance: 1 });

  it('is begun of words that may be all there is, and becomes the answer', () => {
    const h = listening();
    says(h, 'Book a table for two', 0.5);
    expect(h.all('generate')).toHaveLength(0);
    pauses(h);
    expect(h.all('generate')).toHaveLength(1);
    says(h, 'Book a table for two.', 0.6, 18_000);
    h.hears(candidate(1, 'Book a table for two'));
    commits(h, 'Book a table for two.');
    expect(h.all('generate')).toHaveLength(1);
    expect(outcomes(h)).toEqual(['started', 'used']);
  });

  it('is not begun of words that more must follow, nor of what was read long before', () => {
    const h = listening();
    says(h, 'Book a table for', 0.1);
    pauses(h);
    says(h, 'Book a table for two', 0.5, 10_000);
    expect(h.all('generate')).toHaveLength(0);
    says(h, 'Book a table for two', 0.5, 16_000);
    expect(h.all('generate')).toHaveLength(1);
  });

  it('is kept over a stop within a word, and thrown away as soon as there are more words', () => {
    const h = listening();
    says(h, 'Book a table', 0.5);
    pauses(h);
    goesOn(h);
    says(h, 'Book a table.', 0.5);
    expect(outcomes(h)).toEqual(['started']);
    says(h, 'Book a table for', 0.1);
    expect(outcomes(h)).toEqual(['started', 'wasted']);
  });

  it('is begun twice in a turn at the most: one is left for the candidate', () => {
    const h = listening();
    for (const text of ['Book', 'Book it', 'Book it now']) {
      says(h, text, 0.5);
      pauses(h);
      goesOn(h);
    }
    expect(h.all('generate')).toHaveLength(2);
    h.hears(candidate(1));
    expect(h.all('generate')).toHaveLength(3);
    expect(h.last('generate').request.messages.at(-1)).toEqual({ role: 'user', text: 'Book it now' });
  });
});

describe('is not begun', () => {
  it.each([
    ['when it is switched off', { parley: { speculation: false } }],
    [
      'when nobody would be answered',
      {
        audio: {
          ...new Harness().state.session.audio,
          input: {
            ...new Harness().state.session.audio.input,
            turn_detection: {
              type: 'semantic_vad',
              eagerness: 'auto',
              create_response: false,
              interrupt_response: true,
            },
          },
        },
      } as const,
    ],
  ])('%s', (_name, change) => {
    const h = listening(change);
    h.hears({ type: 'partial', utterance: 1, text: 'Hello there', stableChars: 11 });
    h.hears(candidate(1));
    expect(h.all('generate')).toEqual([]);
  });

  it('before anything was heard', () => {
    const h = listening();
    h.hears(candidate(1));
    expect(h.all('generate')).toEqual([]);
    h.hears(candidate(1, 'Hello'));
    expect(h.all('generate')).toHaveLength(1);
  });

  it('any more in a session that wasted too many', () => {
    const h = new Harness(session);
    for (let utterance = 1; utterance <= 20; utterance += 1) {
      h.audio(2_000);
      h.hears({ type: 'speech_started', utterance, startSample: utterance * 32_000 });
      h.hears({ type: 'partial', utterance, text: 'Hello', stableChars: 0 });
      h.hears(candidate(utterance));
      h.client({ type: 'input_audio_buffer.clear' });
    }
    expect(outcomes(h).filter((outcome) => outcome === 'started')).toHaveLength(12);
  });
});
