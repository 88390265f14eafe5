import { createContext, Script } from 'node:vm';
import { asFault } from '../providers/failure/connection';

const sandbox: { work: () => unknown } = { work: () => undefined };
const context = createContext(sandbox);
const script = new Script('work()');

/**
 * What `work` returns, or undefined when it was not done in time and was stopped where it stood: for expressions from
 * outside, which could run for years. It must change nothing of ours, and costs about 0.1 ms.
 */
export function within<T>(timeoutMs: number, work: () => T, onLate: () => void): T | undefined {
  let result: T | undefined;
  sandbox.work = () => {
    result = work();
  };
  try {
    script.runInContext(context, { timeout: timeoutMs });
    return result;
  } catch (error) {
    if (asFault(error)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    onLate();
    return undefined;
  }
}
