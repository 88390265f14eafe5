import { EngineError } from '@parley/engines-kit';
import type { ChatEvent } from '../../chat/types';
import { retryAfterMsOf } from '../failure/provider-error';
import { isKeyFault, type KeyRing } from './key-ring';

/**
 * One answer with the first key that is taken. A key is changed only while nothing of the answer has come.
 * @param open the answer with one key; throws EngineError
 */
export function withKeys<Key>(
  ring: KeyRing<Key>,
  open: (key: Key) => AsyncIterable<ChatEvent>,
): AsyncIterable<ChatEvent> {
  const only = ring.only;
  return only === undefined ? rotating(ring, open) : open(only);
}

async function* rotating<Key>(
  ring: KeyRing<Key>,
  open: (key: Key) => AsyncIterable<ChatEvent>,
): AsyncGenerator<ChatEvent> {
  const keys = ring.order(performance.now());
  for (const [index, key] of keys.entries()) {
    let began = false;
    try {
      for await (const event of open(key)) {
        if (!began) ring.served(key);
        began = true;
        yield event;
      }
      return;
    } catch (error) {
      if (!EngineError.isInstance(error)) throw error;
      ring.failed(key, error.errorClass, performance.now(), retryAfterMsOf(error));
      if (began || index === keys.length - 1 || !isKeyFault(error.errorClass)) throw error;
    }
  }
  throw new EngineError('credential', 'no_key', 'the provider has no key');
}
