import 'reflect-metadata';
import { Controller, Inject, Injectable, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { bytes, Recorder, text } from '../contract/world';
import { BusError } from '../errors';
import { MemoryBus } from '../memory/memory-bus';
import type { Incoming, StreamHandlers } from '../stream';
import { BusTransport, RequestHandler, StreamHandler } from './index';

@Injectable()
class Greeter {
  greet(name: string): string {
    return `hello ${name}`;
  }
}

@Controller()
class GreetingController {
  constructor(@Inject(Greeter) private readonly greeter: Greeter) {}

  @StreamHandler('greet')
  open({ stream, config }: Incoming): StreamHandlers {
    if (text(config) === 'nobody') throw new BusError('refused', 'nobody is not known', false);
    if (text(config) === 'bug') throw new TypeError('secret');
    return {
      onFrame: ({ payload }) => void stream.send(bytes(this.greeter.greet(text(payload)))),
      onClose: () => undefined,
    };
  }

  @StreamHandler('slow')
  async openSlowly({ stream }: Incoming): Promise<StreamHandlers> {
    await new Promise<void>((resolve) => setTimeout(resolve, 20));
    return {
      onFrame: () => void stream.send(bytes(this.greeter.greet('at last'))),
      onClose: () => undefined,
    };
  }

  @RequestHandler('parley.greet.names')
  async names(payload: Uint8Array): Promise<Uint8Array> {
    if (payload.length === 0) throw new BusError('refused', 'which names?', false);
    return bytes(this.greeter.greet(text(payload)));
  }
}

@Module({ controllers: [GreetingController], providers: [Greeter] })
class GreetingModule {}

describe('BusTransport', () => {
  let app: INestMicroservice;
  let bus: MemoryBus;
  let caller: MemoryBus;
  let transport: BusTransport;

  beforeEach(async () => {
    bus = new MemoryBus();
    caller = new MemoryBus(bus.network);
    transport = new BusTransport({ bus, workerId: 'w1', slots: 2 });
    app = await NestFactory.createMicroservice(GreetingModule, { strategy: transport, logger: false });
    await app.listen();
  });
  afterEach(async () => {
    await app.close();
    await Promise.all([caller.close(), bus.close()]);
  });

  const open = (service: string, config: string, heard = new Recorder()) =>
    caller.open({ service, sessionId: 's1', config: bytes(config), handlers: heard });

  it('serves the streams of its controllers, with what they inject', async () => {
    const heard = new Recorder();
    const stream = await open('greet', '', heard);
    expect(stream.workerId).toBe('w1');
    stream.send(bytes('Ada'));
    await heard.until(() => heard.frames.length === 1);
    expect(heard.texts).toEqual(['hello Ada']);
    expect(transport.streams).toBe(1);
  });

  it('waits for a handler that is still being made', async () => {
    const heard = new Recorder();
    (await open('slow', '', heard)).send(bytes(''));
    await heard.until(() => heard.frames.length === 1);
    expect(heard.texts).toEqual(['hello at last']);
  });

  it('passes on why a handler refused, but not what went wrong inside', async () => {
    await expect(open('greet', 'nobody')).rejects.toMatchObject({
      code: 'refused',
      message: 'nobody is not known',
      retryable: false,
    });
    await expect(open('greet', 'bug')).rejects.toMatchObject({
      code: 'refused',
      message: 'the worker could not accept the stream',
      retryable: true,
    });
  });

  it('answers requests', async () => {
    const ask = (payload: string) => caller.request('parley.greet.names', bytes(payload), 5_000);
    expect(text(await ask('Bob'))).toBe('hello Bob');
    await expect(ask('')).rejects.toMatchObject({ code: 'refused', message: 'which names?' });
  });

  it('drains', async () => {
    const heard = new Recorder();
    await open('greet', '', heard);
    const drained = transport.drain(20_000);
    await heard.until(() => heard.drainings === 1);
    await expect(open('greet', '')).rejects.toMatchObject({ code: 'no_capacity' });
    await app.close();
    await heard.until(() => heard.close !== undefined);
    expect(heard.close).toMatchObject({ kind: 'failed', code: 'draining' });
    await drained;
    expect(transport.streams).toBe(0);
  });
});
