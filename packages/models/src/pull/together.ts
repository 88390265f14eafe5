/**
 * Runs pieces of work side by side and waits for all of them, whatever happens. The first failure stops the
 * others through their signal and is then thrown.
 */
export async function together<T>(
  works: readonly ((signal: AbortSignal) => Promise<T>)[],
  outer: AbortSignal,
): Promise<T[]> {
  const failed = new AbortController();
  const signal = AbortSignal.any([outer, failed.signal]);
  let first: { readonly error: unknown } | undefined;
  const results = await Promise.all(
    works.map(async (work) => {
      try {
        return [await work(signal)];
      } catch (error) {
        first ??= { error };
        failed.abort();
        return [];
      }
    }),
  );
  if (first !== undefined) throw first.error;
  return results.flat();
}
