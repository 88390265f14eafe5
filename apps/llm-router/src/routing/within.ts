import { createContext, Script } from 'node:vm';
import { asFault } from '../providers/failure/connection';

const sandbox: { work: () => unknown } = { work: () => undefined };
const context = createContext(sandbox);
const script = new Script('work()');
/** So often the machine may have stood still. */
const mostTries = 4;

/**
 * What `work` returns, or undefined when it was not done in time and was stopped where it stood: for expressions from
 * outside, which could run for years. Where this process did not even have so much of a core, the machine was late and
 * not the work, which is begun again. It must change nothing of ours, and costs about 0.1 ms.
 */
export function within<T>(timeoutMs: number, work: () => T, onLate: () => void): T | undefined {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const begun = process.cpuUsage();
    const outcome = attempt(timeoutMs, work);
    if (outcome !== 'late') return outcome.result;
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1_000 >= timeoutMs / 2) break;
  }
  onLate();
  return undefined;
}

function attempt<T>(timeoutMs: number, work: () => T): { readonly result: T | undefined } | 'late' {
  let result: T | undefined;
  sandbox.work = () => {
    result = work();
  };
  try {
    script.runInContext(context, { timeout: timeoutMs });
    return { result };
  } catch (error) {
    if (asFault(error)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return 'late';
  }
}
