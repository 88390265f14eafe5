import { createRegistry } from './registry';
import { Tally } from './tally';

it('is read as a counter', async () => {
  const registry = createRegistry('test');
  const bytes = new Tally(registry, { name: 'bytes_total', help: 'Bytes.' });
  const events = new Tally(registry, { name: 'events_total', help: 'Events.', labels: ['type'] });
  bytes.add(3);
  events.add(1, 'a');
  events.add(1, 'b');
  bytes.add(4);
  events.add(2, 'a');
  const used = new Tally(registry, { name: 'used_total', help: 'Used.', labels: ['by', 'kind'] });
  used.add(1, 'a', 'x');
  used.add(0, 'a', 'y');
  used.add(5, 'b', 'x');
  used.add(2, 'a', 'x');
  for (let scrape = 0; scrape < 2; scrape++) {
    const page = await registry.metrics();
    expect(page).toContain('bytes_total{service="test"} 7\n');
    expect(page).toContain('events_total{type="a",service="test"} 3\n');
    expect(page).toContain('events_total{type="b",service="test"} 1\n');
    expect(page).toContain('used_total{by="a",kind="x",service="test"} 3\n');
    expect(page).toContain('used_total{by="a",kind="y",service="test"} 0\n');
    expect(page).toContain('used_total{by="b",kind="x",service="test"} 5\n');
    expect(page).toContain('# TYPE events_total counter');
  }
});
