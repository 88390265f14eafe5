import { exchange } from './exchange.contract';
import { life } from './life.contract';
import { memory } from './memory-world';
import { opening } from './open.contract';
import { sharing } from './sharing.contract';

const slow = memory('memory, slow', { latencyMs: 3, jitterMs: 3 });

for (const contract of [opening, exchange, sharing, life]) contract(slow);
