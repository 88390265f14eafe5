import { join } from 'node:path';
import { describeWithSpeech, recordedTranscript, waitFor, wordErrors } from '@parley/testing';
import { Caller } from '../testing/caller';
import { joined } from '../testing/fake-vad';
import { pushToTalk, serverVad } from '../testing/hearing-rig';
import { recording, room, sentences, shippedUtterance } from '../testing/recordings';
import { childrenRunning, startWorker, type WorkerRig } from '../testing/worker-rig';

const english = {
  ...serverVad({ prefixPaddingMs: 300, silenceDurationMs: 300 }),
  transcription: { language: 'en' },
};
const detected = serverVad({ prefixPaddingMs: 300, silenceDurationMs: 300 });
const around = (samples: Int16Array): Int16Array => joined(room(500), samples, room(900));

/** Decoding while other tests need the cores. */
jest.setTimeout(180_000);

let worker: WorkerRig;

beforeAll(async () => {
  // Accuracy is looked at here, on machines that may be busy with other tests.
  worker = await startWorker({ PARLEY_STT_FINAL_DEADLINE_MS: '120000' });
}, 60_000);
afterAll(() => worker.stop());

describe('Whisper', () => {
  it('hears the shipped recording word for word, in real time', async () => {
    const caller = await Caller.open(worker.bus, 'shipped', { config: english });
    await caller.play(around(shippedUtterance()));
    await caller.ends(1, 60_000);
    expect(wordErrors(recordedTranscript(), caller.texts.join(' ')).differences).toEqual([]);
    const final = caller.events.at(-1)!.final!;
    expect(final).toMatchObject({ language: 'en', engine: 'local/whisper-base', words: [] });
    expect(final.decodeMs).toBeGreaterThan(0);
    caller.stream.close();
  });

  it('detects the language when none is named, and hears two sessions at once', async () => {
    const callers = await Promise.all([
      Caller.open(worker.bus, 'left', { config: detected }),
      Caller.open(worker.bus, 'right', { config: detected }),
    ]);
    await Promise.all(callers.map((caller) => caller.play(around(shippedUtterance()))));
    await Promise.all(callers.map((caller) => caller.ends(1, 60_000)));
    for (const caller of callers) {
      expect(wordErrors(recordedTranscript(), caller.texts.join(' ')).differences).toEqual([]);
      expect(caller.events.at(-1)?.final?.language).toBe('en');
      caller.stream.close();
    }
  });

  it.each([
    [['de', 'en'], 'en'],
    [['de', 'fr'], 'de'],
    [['tlh', 'en'], 'en'],
  ])('hears one of the languages that are possible: %j', async (languages, heard) => {
    const config = { ...detected, transcription: { languages } };
    const caller = await Caller.open(worker.bus, `possible-${languages.join('-')}`, { config });
    await caller.play(around(shippedUtterance()));
    await caller.ends(1, 60_000);
    expect(caller.events.at(-1)?.final?.language).toBe(heard);
    caller.stream.close();
  });

  it('leaves languages to others of which it knows none', async () => {
    const config = { ...detected, transcription: { languages: ['tlh', 'qya'] } };
    await expect(Caller.open(worker.bus, 'unknown', { config })).rejects.toMatchObject({
      message: 'local/whisper-base does not know the language tlh, qya',
      retryable: true,
    });
  });

  it('makes nothing up in silence that the caller commits', async () => {
    const caller = await Caller.open(worker.bus, 'silence', { config: pushToTalk });
    await caller.play(room(2_000), 8);
    await caller.say({ commit: { utterance: 1, startSample: 0, endSample: 32_000 } });
    await caller.ends(1);
    expect(caller.texts).toEqual(['']);
    caller.stream.close();
  });

  it('hears a turn whose engine is killed in the middle of it', async () => {
    const caller = await Caller.open(worker.bus, 'killed', { config: english });
    const audio = around(shippedUtterance());
    await caller.play(audio.subarray(0, 40_000));
    const engines = childrenRunning('whisper.program');
    // Of the finals and of the partials.
    expect(engines).toHaveLength(2);
    for (const pid of engines) process.kill(pid, 'SIGKILL');
    await caller.play(audio.subarray(40_000));
    await caller.ends(1, 60_000);
    expect(wordErrors(recordedTranscript(), caller.texts.join(' ')).differences).toEqual([]);
    caller.stream.close();
  });
});

describeWithSpeech('Whisper on recorded speech', (folder) => {
  it('gets at most one word in twenty of the sentences wrong', async () => {
    const clips = sentences(folder);
    let errors = 0;
    let words = 0;
    const wrong: string[] = [];
    for (const [i, { name, text, samples }] of clips.entries()) {
      const caller = await Caller.open(worker.bus, `clip-${i}`, { config: english });
      await caller.play(around(samples), 4);
      // How much of it was heard by now nobody knows: it closes once all is heard and told.
      caller.stream.end();
      await waitFor('the end', 120_000, () => caller.closed !== undefined);
      expect(caller.closed).toEqual({ kind: 'ended' });
      const found = wordErrors(text, caller.texts.join(' '));
      errors += found.errors;
      words += found.words;
      if (found.errors > 0) wrong.push(`${name}: ${found.differences.join(' ')}`);
    }
    process.stderr.write(`word errors: ${errors} of ${words}\n${wrong.join('\n')}\n`);
    expect(errors / words).toBeLessThanOrEqual(0.05);
  }, 300_000);

  it('hears German when German is spoken', async () => {
    const caller = await Caller.open(worker.bus, 'german', { config: detected });
    await caller.play(around(recording(join(folder, 'emotion', '03a07Fa.wav'))), 2);
    await caller.ends(1, 60_000);
    expect(caller.texts.join(' ')).toMatch(/stunden/i);
    expect(caller.events.at(-1)?.final?.language).toBe('de');
    caller.stream.close();
  });
});
