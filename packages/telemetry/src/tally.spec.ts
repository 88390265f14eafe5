import { createRegistry } from './registry';
import { Tally } from './tally';

it('is read as a counter', async () => {
  const registry = createRegistry('test');
  const bytes = new Tally(registry, { name: 'bytes_total', help: 'Bytes.' });
  const events = new Tally(registry, { name: 'events_total', help: 'Events.', label: 'type' });
  bytes.add(3);
  events.add(1, 'a');
  events.add(1, 'b');
  bytes.add(4);
  events.add(2, 'a');
  for (let scrape = 0; scrape < 2; scrape++) {
    const page = await registry.metrics();
    expect(page).toContain('bytes_total{service="test"} 7\n');
    expect(page).toContain('events_total{type="a",service="test"} 3\n');
    expect(page).toContain('events_total{type="b",service="test"} 1\n');
    expect(page).toContain('# TYPE events_total counter');
  }
});
