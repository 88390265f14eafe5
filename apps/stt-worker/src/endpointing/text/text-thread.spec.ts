import { resolveProgram } from '@parley/engines-kit';
import { resolveModel } from '@parley/models';
import { ModelThread } from '../../threads/model-thread';
import { textModelFiles, type TextModelFiles } from './text-model';
import type { TextQuestion } from './text.worker';

const program = resolveProgram(__dirname, './text.worker.ts');
const threadOf = (workerData: TextModelFiles) =>
  new ModelThread<TextQuestion, number>({ name: 'text', program, workerData });

describe('the text model that ships with the worker', () => {
  let thread: ModelThread<TextQuestion, number>;
  const read = (text: string, language = 'en') => thread.ask({ text, language });

  beforeAll(async () => {
    thread = threadOf(textModelFiles(await resolveModel('turn-text-v1')));
    await thread.start();
  });
  afterAll(() => thread.stop());

  it.each([
    ['en', 'I would like to book a table for two.', 'I would like to book a'],
    ['en', 'He might even have been made amiable himself.', 'He might even have been made'],
    ['de', 'Das will sie am Mittwoch abgeben.', 'Das will sie am'],
    ['fr', 'Je voudrais une chambre pour deux nuits.', 'Je voudrais une chambre pour'],
    ['es', 'No viviré en esta ciudad.', 'No viviré en esta'],
  ])('%s: tells “%s” from “%s”', async (language, whole, open) => {
    const [yes, no] = [await read(whole, language), await read(open, language)];
    expect(yes! - no!).toBeGreaterThan(1);
    expect(no!).toBeLessThan(0);
  });

  it('does not go by the mark that a recogniser puts behind anything', async () => {
    expect(await read('I would like to book a.')).toBeCloseTo((await read('I would like to book a'))!);
  });

  it('has no word on languages it does not know, and on nothing', async () => {
    expect(await read('Kiitos paljon.', 'fi')).toBeUndefined();
    expect(await read(' … ')).toBeUndefined();
    expect(await read('Thank you very much.', '')).toBeCloseTo((await read('Thank you very much.'))!);
  });
});

it('says so when a text model is none', async () => {
  const thread = threadOf({ model: __filename, tokenizer: __filename, languages: __filename });
  await expect(thread.start()).rejects.toThrow('the text thread could not start');
});
