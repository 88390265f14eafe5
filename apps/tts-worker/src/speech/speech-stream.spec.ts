import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '@parley/engines-kit';
import { ToneEngine } from '../engines/tone/tone-engine';
import { hang, ScriptedEngine, second } from '../testing/scripted-engine';
import { audioOf, kinds, SpeechBench, voiceOf } from '../testing/speech-bench';

const tone = voiceOf(new ToneEngine(0));
const text = 'Well of course, that is $5.20 for you. It is the second sentence of it all.';

describe('a speech stream', () => {
  let bench: SpeechBench;
  afterEach(() => bench.close());

  it('speaks segment by segment, in order, and says when each word is heard', async () => {
    bench = await SpeechBench.open([tone]);
    const events = await bench.say(text);
    expect(kinds(events)).toEqual([
      ...['segmentStarted', 'audio', 'segmentDone', 'segmentStarted', 'audio', 'segmentDone'],
      ...['segmentStarted', 'audio', 'segmentDone', 'done'],
    ]);
    const started = events.flatMap((event) =>
      event.event === 'segmentStarted' ? [event.segmentStarted] : [],
    );
    expect(started.map((segment) => text.slice(segment.textStart ?? 0, segment.textEnd ?? 0)).join('')).toBe(
      text,
    );
    expect(started[1]).toMatchObject({ segment: 1, engine: 'test/tone', voice: 'test/tone' });
    expect(started[1]?.spokenText).toBe('that is five dollars and twenty cents for you.');

    const done = events.flatMap((event) => (event.event === 'segmentDone' ? [event.segmentDone] : []));
    const money = done[1]?.words?.find(
      (word) => text.slice(word.textStart ?? 0, word.textEnd ?? 0) === '$5.20',
    );
    // 60 ms a character: "that is " before it, "five dollars and twenty cents" in it.
    const segmentMs = (done[1]?.startSample ?? 0) / 24;
    expect((money?.startMs ?? 0) - segmentMs).toBeCloseTo(8 * 60, -1);
    expect((money?.endMs ?? 0) - (money?.startMs ?? 0)).toBeCloseTo(29 * 60, -1);
  });

  it('sends audio without gaps, the first frame short, none over 100 ms', async () => {
    bench = await SpeechBench.open([tone]);
    const events = await bench.say(text, 1, { sampleRate: 16_000 });
    const frames = audioOf(events);
    let next = 0;
    for (const frame of frames) {
      expect(frame.startSample ?? 0).toBe(next);
      next += (frame.pcm?.length ?? 0) / 2;
      expect(frame.pcm?.length).toBeLessThanOrEqual(2 * 1_600);
      expect(frame.sampleRate).toBe(16_000);
    }
    expect(frames[0]?.pcm?.length).toBeLessThanOrEqual(2 * 640);
    const last = events.at(-1);
    expect(last?.done).toMatchObject({ totalSamples: next, characters: text.length });
    const [first, second] = events.flatMap((event) => (event.segmentDone ? [event.segmentDone] : []));
    expect(second?.startSample).toBe(first?.endSample);
    expect(await bench.metric('parley_tts_audio_seconds_total')).toBeCloseTo(next / 16_000);
  });

  it('speaks the first clause before the text is complete', async () => {
    bench = await SpeechBench.open([tone]);
    bench.begin(1);
    for (const delta of ['Well of', ' course, ', 'that is']) bench.text(delta, 1);
    await bench.until(() => kinds(bench.events(1)).includes('segmentDone'));
    expect(kinds(bench.events(1))).toEqual(['segmentStarted', 'audio', 'segmentDone']);
    bench.finish(1);
    expect((await bench.ended(1)).at(-1)?.event).toBe('done');
  });

  it('goes no further ahead than credit and one segment', async () => {
    const engine = new ScriptedEngine(second);
    bench = await SpeechBench.open([voiceOf(engine)], 4);
    bench.begin(1);
    bench.text(
      'This is sentence number one. This is sentence number two. This is sentence number three. And the last.',
      1,
    );
    bench.finish(1);
    await bench.until(() => bench.heard.length === 4 && engine.requests.length === 2);
    await sleep(50);
    expect(bench.heard).toHaveLength(4);
    expect(engine.requests).toHaveLength(2);
    bench.stream.grant(1_000);
    expect((await bench.ended(1)).at(-1)?.event).toBe('done');
    expect(engine.requests).toHaveLength(4);
    expect(engine.requests.map(({ priority }) => priority)).toEqual([10, 9, 8, 7]);
  });

  it('stops at once when cancelled, synthesis too, and speaks the next response', async () => {
    const engine = new ScriptedEngine((call, request, signal) =>
      call === 1 ? hang(call, request, signal) : second(),
    );
    bench = await SpeechBench.open([voiceOf(engine)]);
    bench.begin(1);
    bench.text('This is sentence number one. This is sentence number two. And number three.', 1);
    await bench.until(() => engine.requests.length === 2);
    bench.stream.cancel(1);
    await bench.until(() => engine.aborted.length === 1);
    const before = bench.events(1).length;
    bench.text('More of the old one. And more of it.', 1);
    bench.begin(1);
    expect((await bench.say('A new one.', 2)).at(-1)?.event).toBe('done');
    expect(bench.events(1)).toHaveLength(before);
    expect(engine.requests).toHaveLength(3);
    expect(await bench.metric('parley_tts_utterances_total', { outcome: 'cancelled' })).toBe(1);
    expect(await bench.metric('parley_tts_segments_waiting')).toBe(0);
  });

  it('a newer response takes the place of the one being spoken', async () => {
    const engine = new ScriptedEngine((call, request, signal) =>
      call === 0 ? hang(call, request, signal) : second(),
    );
    bench = await SpeechBench.open([voiceOf(engine)]);
    bench.begin(1);
    bench.text('The old response. It goes on.', 1);
    await bench.until(() => engine.requests.length === 1);
    expect((await bench.say('The new one.', 5)).at(-1)?.event).toBe('done');
    expect(engine.aborted).toHaveLength(1);
    bench.begin(3);
    await bench.say('And the next.', 6);
    expect(bench.events(3)).toEqual([]);
  });

  it('runs an engine that fails once again, and names the segment when it fails for good', async () => {
    const died = () => new EngineError('transient', 'engine_died', 'gone');
    const engine = new ScriptedEngine((call) => {
      if (call === 0 || call >= 2) throw died();
      return second();
    });
    bench = await SpeechBench.open([voiceOf(engine)]);
    const events = await bench.say(
      'This is sentence number one. This is sentence number two. And three of them.',
    );
    expect(kinds(events)).toEqual(['segmentStarted', 'audio', 'segmentDone', 'segmentStarted', 'failed']);
    expect(events.at(-1)?.failed).toMatchObject({ class: 'transient', code: 'engine_died', segment: 1 });
    expect(engine.requests).toHaveLength(4);
    expect(await bench.metric('parley_tts_utterances_total', { outcome: 'failed' })).toBe(1);
    bench.text('Late text for the failed one.', 1);
    expect(bench.closed).toBeUndefined();
  });

  it('does not repeat what was heard, nor retry what cannot work', async () => {
    const engine = new ScriptedEngine(async function* (call) {
      if (call > 0) throw new EngineError('caller_fault', 'too_long', 'no');
      yield* second();
      throw new EngineError('transient', 'engine_died', 'gone');
    });
    bench = await SpeechBench.open([voiceOf(engine)]);
    expect((await bench.say('One thing.')).at(-1)?.failed).toMatchObject({ code: 'engine_died', segment: 0 });
    expect((await bench.say('Another thing.', 2)).at(-1)?.failed).toMatchObject({ class: 'caller_fault' });
    expect(engine.requests).toHaveLength(2);
  });

  it('refuses a rate that is none and says why', async () => {
    bench = await SpeechBench.open([tone]);
    const failed = (await bench.say('Hello.', 1, { sampleRate: 50_000 })).at(-1)?.failed;
    expect(failed).toMatchObject({ class: 'caller_fault', code: 'unsupported_rate' });
    expect(failed?.message).toMatch(/50000/);
    expect((await bench.say('Hello.', 2)).at(-1)?.event).toBe('done');
  });

  it('leaves a voice that it has not to another worker', async () => {
    bench = await SpeechBench.open([tone]);
    bench.begin(1, { voice: 'nobody' });
    await bench.until(() => bench.closed !== undefined);
    expect(bench.closed).toMatchObject({ kind: 'failed', code: 'refused', retryable: true });
    expect(bench.closed).toMatchObject({ message: expect.stringMatching(/test\/tone, alloy/) });
    expect(bench.heard.filter(({ generation }) => generation === 1)).toEqual([]);
    expect(await bench.metric('parley_tts_utterances_total', { outcome: 'refused' })).toBe(1);
  });

  it('passes over what is not to be spoken, and over nothing at all', async () => {
    bench = await SpeechBench.open([tone]);
    const events = await bench.say('```js\nlet x = 1;\n```');
    expect(kinds(events)).not.toContain('audio');
    expect(events.at(-1)?.done).toMatchObject({ characters: 20 });
    expect(kinds(await bench.say('', 2))).toEqual(['done']);
    expect(kinds(await bench.say('😀', 3))).toEqual(['segmentStarted', 'segmentDone', 'done']);
  });

  it('gives text in another language to the voice that speaks it', async () => {
    const german = voiceOf(new ToneEngine(0), 'espeak/de', ['de']);
    const chinese = voiceOf(new ToneEngine(0), 'espeak/zh', ['zh']);
    bench = await SpeechBench.open([tone, german, chinese]);
    const engineOf = async (said: string, generation: number, language: string) =>
      (await bench.say(said, generation, { language }))[0]?.segmentStarted?.engine;
    expect(await engineOf('Guten Tag.', 1, 'de')).toBe('espeak/de');
    expect(await engineOf('你好。', 2, 'en')).toBe('espeak/zh');
    expect(await engineOf('Hello.', 3, 'xx')).toBe('test/tone');
    expect(await engineOf('Hello.', 4, 'en-GB')).toBe('test/tone');
  });

  it('asks the engine for the rate that was wanted, whatever the pitch', async () => {
    const engine = new ScriptedEngine(second);
    bench = await SpeechBench.open([voiceOf(engine)]);
    await bench.say('One.', 1, { speed: 1.25 });
    await bench.say('Two.', 2, { prosody: { pitchSemitones: 2 } });
    await bench.say('Three.', 3, {
      perception: { emotion: [{ label: 'sad', confidence: 1 }], sure: ['emotion'] },
    });
    expect(engine.requests[0]?.rate).toBeCloseTo(1.25);
    expect(engine.requests[1]?.rate).toBeCloseTo(2 ** (-2 / 12));
    expect(engine.requests[2]?.rate).toBeLessThan(1);
  });

  it('survives what is no message', async () => {
    bench = await SpeechBench.open([tone]);
    bench.stream.send(Buffer.from([0xff, 0xff, 1]), { generation: 1 });
    bench.stream.send(Buffer.alloc(0), { generation: 1 });
    bench.text('Text without a beginning.', 1);
    expect((await bench.say('Hello.', 2)).at(-1)?.event).toBe('done');
    expect(await bench.metric('parley_tts_messages_malformed_total')).toBe(2);
  });

  it('refuses text without end', async () => {
    bench = await SpeechBench.open([voiceOf(new ScriptedEngine(second))]);
    bench.begin(1);
    bench.text(`${'x'.repeat(99_990)} `, 1);
    bench.text('This is too much.', 1);
    expect((await bench.ended(1)).at(-1)?.failed).toMatchObject({
      class: 'caller_fault',
      code: 'text_too_long',
    });
  });

  it('speaks on to the end when the caller sends no more, then closes', async () => {
    bench = await SpeechBench.open([tone]);
    bench.begin(1);
    bench.text('The last words.', 1);
    bench.stream.end();
    expect((await bench.ended(1)).at(-1)?.event).toBe('done');
    await bench.until(() => bench.closed !== undefined);
    expect(bench.closed).toEqual({ kind: 'ended' });
  });
});
