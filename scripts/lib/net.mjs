import net from 'node:net';

/** Connects, sends `greeting` if given, and resolves with the first bytes, or undefined within `timeoutMs`. */
export function probe(host, port, { greeting = '', timeoutMs = 1000 } = {}) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const end = (answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(undefined), timeoutMs);
    socket.on('connect', () => greeting !== '' && socket.write(greeting));
    socket.on('data', (bytes) => end(bytes.toString('latin1')));
    socket.on('error', () => end(undefined));
    socket.on('close', () => end(undefined));
  });
}

/** True when something, whatever it is, has the port on this machine. */
export function isTaken(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(true));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}

export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The port wanted, or any free one when it is taken. */
export const portNear = async (wanted) => ((await isTaken(wanted)) ? freePort() : wanted);

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until `check` gives something other than undefined or false; undefined when the time is over. */
export async function until(check, timeoutMs, everyMs = 100) {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > endMs) return undefined;
    await sleep(everyMs);
  }
}
