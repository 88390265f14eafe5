import { EngineError } from './errors';

/** The first result of a work that has one, after the work has ended. */
export async function singleResult(work: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let first: Uint8Array | undefined;
  for await (const result of work) first ??= result;
  if (first === undefined)
    throw new EngineError('unknown', 'engine_no_result', 'The work ended without a result');
  return first;
}
