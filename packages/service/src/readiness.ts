export type ReadinessResult = boolean | { readonly ready: boolean; readonly detail: string };

/** Says whether one part of a service can work now. Must not wait: it is asked every few seconds. */
export type ReadinessCheck = () => ReadinessResult;

export interface ReadinessReport {
  readonly ready: boolean;
  /** Failing checks by name, with why. */
  readonly failing: Readonly<Record<string, string>>;
}

/** The checks of one service; ready when all hold. */
export class Readiness {
  readonly #checks = new Map<string, ReadinessCheck>();

  /** Returns how to take the check away again. */
  register(name: string, check: ReadinessCheck): () => void {
    this.#checks.set(name, check);
    return () => {
      if (this.#checks.get(name) === check) this.#checks.delete(name);
    };
  }

  report(): ReadinessReport {
    const failing: Record<string, string> = {};
    for (const [name, check] of this.#checks) {
      const { ready, detail } = evaluate(check);
      if (!ready) failing[name] = detail;
    }
    return { ready: Object.keys(failing).length === 0, failing };
  }
}

function evaluate(check: ReadinessCheck): { ready: boolean; detail: string } {
  try {
    const result = check();
    return typeof result === 'boolean' ? { ready: result, detail: 'not ready' } : result;
  } catch (error) {
    return { ready: false, detail: error instanceof Error ? error.message : 'the check failed' };
  }
}
