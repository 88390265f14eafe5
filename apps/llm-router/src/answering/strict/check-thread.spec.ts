import { CheckThread } from './check-thread';

const question = (type: string) => ({ schemaJson: JSON.stringify({ type }), argumentsJson: '{}' });
const endless = {
  schemaJson: JSON.stringify({ oneOf: Array.from({ length: 10_000 }, () => ({ enum: [{}] })) }),
  argumentsJson: '{}',
};

it('answers in order, and turns away more than may wait', async () => {
  const thread = new CheckThread({ waiting: 2, checkMs: 60_000, turnMs: 60_000 });
  const verdicts = [question('object'), question('string'), question('object')].map((one) =>
    thread.check(one),
  );
  expect(thread.waiting).toBe(2);
  expect(await Promise.all(verdicts)).toMatchObject([
    { type: 'fits' },
    { type: 'wrong' },
    { type: 'unchecked' },
  ]);
  expect(thread.waiting).toBe(0);
});

it('serves whoever waits behind a question that is given up', async () => {
  const thread = new CheckThread({ checkMs: 3_000, turnMs: 60_000 });
  const verdicts = [endless, question('object'), endless, question('string')].map((one) => thread.check(one));
  expect(await Promise.all(verdicts)).toMatchObject([
    { type: 'too_long' },
    { type: 'fits' },
    { type: 'too_long' },
    { type: 'wrong' },
  ]);
});

it('says that nothing was checked where the thread does not start', async () => {
  const thread = new CheckThread({ startMs: 0 });
  expect(await thread.check(question('object'))).toEqual({ type: 'unchecked' });
});

it('gives up what fills its memory', async () => {
  const thread = new CheckThread({ heapMb: 12, checkMs: 60_000, turnMs: 60_000 });
  expect((await thread.check(endless)).type).toBe('too_long');
  expect((await thread.check(question('object'))).type).toBe('fits');
});

it('lets none wait for its turn longer than the model behind it may take', async () => {
  const thread = new CheckThread({ checkMs: 3_000, turnMs: 100 });
  // Until it has started.
  while ((await thread.check(question('object'))).type !== 'fits');
  const asked = thread.check(endless);
  expect(await thread.check(question('object'))).toEqual({ type: 'unchecked' });
  expect(thread.waiting).toBe(0);
  await asked;
});

it('refuses a schema at once that took too long', async () => {
  const thread = new CheckThread({ checkMs: 1_000, turnMs: 60_000 });
  expect((await thread.check(endless)).type).toBe('too_long');
  const checked = thread.check(question('object')).then(() => 'checked');
  const refused = thread.check(endless).then(({ type }) => type);
  expect(await Promise.race([checked, refused])).toBe('too_long');
  await checked;
});

it('blames nobody for the memory that schemas before it have filled', async () => {
  const thread = new CheckThread({ heapMb: 16, checkMs: 60_000, turnMs: 60_000 });
  for (let number = 0; number < 800; number += 1) {
    const names = Array.from({ length: 20 }, (_, index) => [`p${number}-${index}`, { type: 'string' }]);
    const schemaJson = JSON.stringify({ properties: Object.fromEntries(names) });
    expect(await thread.check({ schemaJson, argumentsJson: '{}' })).toEqual({ type: 'fits' });
  }
});
