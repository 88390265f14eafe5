import fs from 'node:fs';
import net from 'node:net';

/** Where the host wants frames: a file descriptor number, "1" (stdout) or "3". */
export const outputVariable = 'PARLEY_ENGINE_OUTPUT_FD';

export interface FrameOutput {
  write(frame: Buffer): void;
}

/**
 * The pipe the host reads frames from. console.* and process.stdout of this process go to stderr from now on,
 * so that nothing printed in JavaScript can land between frames; native code is kept apart by descriptor 3.
 */
export function openFrameOutput(env: NodeJS.ProcessEnv = process.env): FrameOutput {
  const stdoutWrite = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  if (env[outputVariable] !== '3') return { write: (frame) => void stdoutWrite(frame) };
  if (fs.fstatSync(3).isSocket()) {
    const socket = new net.Socket({ fd: 3, readable: false, writable: true });
    socket.on('error', () => process.exit(0));
    return { write: (frame) => void socket.write(frame) };
  }
  const stream = fs.createWriteStream('', { fd: 3 });
  stream.on('error', () => process.exit(0));
  return { write: (frame) => void stream.write(frame) };
}
