import { ownTurn } from './own-turn';

/** Names in the order of what happened, `turn` for each turn of the event loop that ended. */
async function observed(during: (note: (what: string) => void) => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  let watching = true;
  const watch = (): void => {
    if (!watching) return;
    seen.push('turn');
    setImmediate(watch);
  };
  setImmediate(watch);
  await during((what) => seen.push(what));
  watching = false;
  return seen;
}

describe('ownTurn', () => {
  it('gives each who asks at one moment a turn of its own, in order', async () => {
    const seen = await observed((note) =>
      Promise.all(['a', 'b', 'c'].map((name) => ownTurn().then(() => note(name)))),
    );
    expect(seen.filter((one) => one !== 'turn')).toEqual(['a', 'b', 'c']);
    for (const [before, after] of [
      ['a', 'b'],
      ['b', 'c'],
    ] as const) {
      expect(seen.slice(seen.indexOf(before), seen.indexOf(after))).toContain('turn');
    }
  });

  it('does not come at once, also to who asks alone', async () => {
    let came = false;
    const turn = ownTurn().then(() => (came = true));
    await Promise.resolve();
    expect(came).toBe(false);
    await turn;
    expect(came).toBe(true);
  });
});
