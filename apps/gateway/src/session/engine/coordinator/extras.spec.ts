import type { ClientItem } from '@parley/protocol';
import { noExtras, type SessionExtras } from '../../extras';
import { Harness } from '../testing/harness';

const estimate = [{ label: 'calm', confidence: 0.8 }];
const perception = {
  emotion: estimate,
  age: [],
  accent: [],
  speakingRate: [],
  pitch: [],
  vocalStyle: [],
  pitchHz: 0,
  energyDbfs: 0,
  syllablesPerSecond: 0,
  sure: ['emotion'],
};

const harness = (extras: Partial<SessionExtras>): Harness => {
  const made = new Harness();
  made.state = { ...made.state, extras: { ...noExtras, ...extras } };
  return made;
};

const user: ClientItem = { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'hi' }] };

describe('tool calls of clients that leave going on to the server', () => {
  const calling = (extras: Partial<SessionExtras>): Harness => {
    const made = harness(extras);
    made.client({ type: 'conversation.item.create', item: user });
    made.client({ type: 'response.create' });
    for (const callId of ['c1', 'c2']) made.model({ type: 'call', callId, name: 'f', argumentsJson: '{}' });
    made.model({ type: 'finished', reason: 'tool_calls', usage: null });
    return made;
  };
  const answer = (made: Harness, call_id: string) =>
    made.client({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id, output: 'x' },
    });
  const created = (made: Harness): number =>
    made.effects.filter((e) => e.type === 'emit' && e.event.type === 'response.created').length;

  it('go on when the last of them is answered', () => {
    const made = calling({ answersTools: true });
    answer(made, 'c1');
    expect(created(made)).toBe(1);
    answer(made, 'c2');
    expect(created(made)).toBe(2);
  });

  it('take the client asking for it as that very response, once', () => {
    const made = calling({ answersTools: true });
    answer(made, 'c1');
    answer(made, 'c2');
    made.client({ type: 'response.create' });
    expect(created(made)).toBe(2);
    expect(made.effects.some((e) => e.type === 'emit' && e.event.type === 'error')).toBe(false);
    made.client({ type: 'response.create' });
    expect(made.effects.some((e) => e.type === 'emit' && e.event.type === 'error')).toBe(true);
  });

  it('wait for a call that the model makes after one was answered', () => {
    const made = harness({ answersTools: true });
    made.client({ type: 'conversation.item.create', item: user });
    made.client({ type: 'response.create' });
    made.model({ type: 'call', callId: 'c1', name: 'f', argumentsJson: '{}' });
    answer(made, 'c1');
    made.model({ type: 'call', callId: 'c2', name: 'f', argumentsJson: '{}' });
    made.model({ type: 'finished', reason: 'tool_calls', usage: null });
    expect(created(made)).toBe(1);
    answer(made, 'c2');
    expect(created(made)).toBe(2);
  });

  it('wait for the client otherwise', () => {
    const made = calling({});
    answer(made, 'c1');
    answer(made, 'c2');
    expect(created(made)).toBe(1);
  });
});

describe('what is asked of the model and the voice', () => {
  it('has the user and what routers look at', () => {
    const made = harness({ user: 'u', metadata: { plan: 'gold', tier: '1' } });
    made.client({ type: 'conversation.item.create', item: user });
    made.client({ type: 'response.create', response: { metadata: { tier: '2' } } });
    expect(made.last('generate').request).toMatchObject({ user: 'u', metadata: { plan: 'gold', tier: '2' } });
  });
});

it('a voice may change after it was heard where the dialect lets it', () => {
  const change = {
    type: 'session.update',
    session: { type: 'realtime', audio: { output: { voice: 'amy' } } },
  } as const;
  for (const voiceMayChange of [true, false]) {
    const made = harness({ voiceMayChange });
    made.state = { ...made.state, spoken: true };
    made.client(change);
    expect(made.state.session.audio.output.voice).toBe(voiceMayChange ? 'amy' : 'joe');
  }
});

it('tells the recogniser of new hints', () => {
  const made = harness({});
  const effects = made.dispatch({
    type: 'client',
    event: { type: 'session.update', session: { type: 'realtime' } },
    extras: { session: { hearing: { prompt: 'names' } } },
  });
  expect(effects.map((effect) => effect.type)).toContain('configure_hearing');
});

describe('the words of a turn, with how they were said', () => {
  const turn = { utterance: 1, startSample: 0, endSample: 16_000 };
  const spoken = (): Harness => {
    const made = harness({ voiceProfile: true });
    made.client({
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { transcription: { model: 'default' } } } },
    });
    made.audio(1_000);
    made.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
    made.hears({ type: 'turn_committed', ...turn });
    made.hears({ type: 'final', utterance: 1, text: 'Hello.', language: 'en' });
    return made;
  };
  const told = (made: Harness) =>
    made.effects.filter(
      (e) => e.type === 'emit' && e.event.type === 'conversation.item.input_audio_transcription.completed',
    );

  it('wait for the end of the analysis', () => {
    const made = spoken();
    expect(told(made)).toEqual([]);
    made.dispatch({ type: 'perceived', event: { scope: 'utterance', ...turn, perception } });
    expect(told(made)).toMatchObject([{ event: { transcript: 'Hello.' }, extras: { perception } }]);
    made.advance(10_000);
    expect(told(made)).toHaveLength(1);
  });

  it('are told without when it does not come', () => {
    const made = spoken();
    made.advance(1_000);
    expect(told(made)).toMatchObject([{ event: { transcript: 'Hello.' } }]);
    expect(told(made)[0]).not.toHaveProperty('extras.perception');
  });
});
