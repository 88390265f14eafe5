import type { BusLog } from '../log';
import { ManualClock } from '../memory/manual-clock';
import { MemoryTransport } from '../memory/memory-transport';
import { MemoryNetwork } from '../memory/network';
import { StreamBus } from './stream-bus';

function setUp() {
  const clock = new ManualClock();
  const transport = new MemoryTransport(new MemoryNetwork({ clock }));
  const lines: [string, string, object][] = [];
  const line =
    (level: string) =>
    (fields: object, message: string): void =>
      void lines.push([level, message, fields]);
  const log: BusLog = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  return { clock, transport, lines, bus: new StreamBus(transport, { clock, log }) };
}

it('warns that the bus is away, and says when it is back', async () => {
  const { clock, transport, lines } = setUp();
  transport.disconnect();
  await clock.advance(1_500);
  expect(lines).toEqual([['warn', 'bus reconnecting', { losses: 1 }]]);
  transport.reconnect();
  expect(lines.slice(1)).toEqual([['info', 'bus connected again', { awayMs: 1_500 }]]);
});

it('has one line a minute for a connection that comes and goes', async () => {
  const { clock, transport, lines } = setUp();
  for (let n = 0; n < 61; n += 1) {
    transport.disconnect();
    await clock.advance(500);
    transport.reconnect();
    await clock.advance(500);
  }
  expect(lines.map(([level, , fields]) => [level, fields])).toEqual([
    ['warn', { losses: 1 }],
    ['info', { awayMs: 500 }],
    ['warn', { losses: 60 }],
    ['info', { awayMs: 500 }],
  ]);
});

it('tells within the minute of a loss that lasts, and of none once the bus is closed', async () => {
  const { clock, transport, lines, bus } = setUp();
  transport.disconnect();
  transport.reconnect();
  transport.disconnect();
  await clock.advance(59_999);
  expect(lines).toHaveLength(2);
  await clock.advance(1);
  expect(lines.slice(2)).toEqual([['warn', 'bus reconnecting', { losses: 1 }]]);
  transport.reconnect();
  transport.disconnect();
  await bus.close();
  await clock.advance(120_000);
  expect(lines).toHaveLength(4);
});
