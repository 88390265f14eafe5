import { newId } from '@parley/protocol';
import type { IdSource } from '../engine/ctx';

/** Of all that a session makes. */
export class SessionIds implements IdSource {
  #generation = 0;

  item(): string {
    return newId('item');
  }

  response(): string {
    return newId('resp');
  }

  approval(): string {
    return newId('mcpr');
  }

  backchannel(): string {
    return newId('bc');
  }

  call(): string {
    return newId('call');
  }

  generation(): number {
    return ++this.#generation;
  }
}
