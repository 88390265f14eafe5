import { exchange } from './exchange.contract';
import { life } from './life.contract';
import { memory } from './memory-world';

/** Frames are lost, doubled and overtaken: streams mend themselves, slower. What is shared is not mended. */
const hostile = memory('memory, hostile', { latencyMs: 1, loss: 0.03, duplication: 0.1, reordering: 0.1 });

exchange(hostile);
life(hostile);
