const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * The name of the first signal that asks the process to end. Listens for good: a library that finds nobody listening
 * after the first one raises it again, and the house would end at once.
 */
export const interrupted = () =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
  });
