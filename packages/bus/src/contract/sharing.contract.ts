import { audioSubject, type Bus } from '../stream';
import { bytes, Recorder, TestWorker, type World, type WorldMaker, patience, plain } from './world';

const numbers = Array.from({ length: 50 }, (_, number) => String(number));
const sharedSubject = audioSubject('s1');

export function sharing(maker: WorldMaker): void {
  describe(`${maker.name}: sharing`, () => {
    let world: World;
    let caller: Bus;

    beforeEach(async () => {
      world = await maker.make(patience);
      caller = await world.connect();
    });
    afterEach(() => world.dispose());

    it('carries what is published once to every hearer, besides their own frames', async () => {
      const services = ['stt', 'persona'];
      const workers = [];
      for (const service of services) {
        workers.push(await new TestWorker(await world.connect()).serve({ service }));
        const stream = await caller.open({
          ...plain,
          service,
          handlers: new Recorder(),
          sharedSubject,
        });
        stream.send(bytes('own'));
      }
      const audio = caller.broadcast(sharedSubject);
      for (const number of numbers) audio.send(bytes(number));
      for (const { last } of workers) {
        await last.heard.until(() => last.heard.frames.length === 51);
        const shared = last.heard.frames.filter((frame) => frame.shared);
        expect(shared.map((frame) => frame.text)).toEqual(numbers);
        expect(last.heard.frames.filter((frame) => !frame.shared)).toHaveLength(1);
      }
    });

    it('keeps sessions apart', async () => {
      const worker = await new TestWorker(await world.connect()).serve();
      for (const sessionId of ['s1', 's2']) {
        await caller.open({
          ...plain,
          sessionId,
          handlers: new Recorder(),
          sharedSubject: audioSubject(sessionId),
        });
      }
      caller.broadcast(audioSubject('s1')).send(bytes('one'));
      caller.broadcast(audioSubject('s2')).send(bytes('two'));
      for (const { stream, heard } of worker.streams) {
        await heard.until(() => heard.frames.length === 1);
        expect(heard.texts).toEqual([stream.sessionId === 's1' ? 'one' : 'two']);
      }
    });
  });
}
