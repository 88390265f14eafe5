import { exchange } from './exchange.contract';
import { life } from './life.contract';
import { memory } from './memory-world';
import { opening } from './open.contract';
import { sharing } from './sharing.contract';

const swift = memory('memory', {});

for (const contract of [opening, exchange, sharing, life]) contract(swift);
