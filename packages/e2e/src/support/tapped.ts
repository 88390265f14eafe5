import { Stack } from '@parley/testing';
import { observes, type Observed } from './observed';
import { startTap, type Tap, type TapOptions } from './tap';

export interface TappedOptions extends TapOptions {
  /** Of the services. */
  readonly env?: Readonly<Record<string, string>>;
}

/** There once the tests begin. */
export interface Tapped {
  readonly stack: Stack;
  readonly tap: Tap;
}

/**
 * Call inside a `describe`: a stack with stand-in engines for its tests, and before it a tap whose wire is held to
 * what `observed/<name>.json` claims.
 */
export function tapped(name: string, about: Observed, { env = {}, ...options }: TappedOptions = {}): Tapped {
  let stack: Stack | undefined;
  let tap: Tap | undefined;
  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in', env });
    tap = await startTap(stack.port, options);
  });
  afterAll(async () => {
    await tap?.close();
    await stack?.stop();
  });
  const here: Tapped = {
    get stack() {
      return started(stack);
    },
    get tap() {
      return started(tap);
    },
  };
  observes(name, about, () => here.tap.wire);
  return here;
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('it is not there before the tests begin');
  return thing;
}
