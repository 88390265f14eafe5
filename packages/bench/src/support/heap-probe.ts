import { WebSocket } from 'ws';

export const inspectArgument = '--inspect=127.0.0.1:0';
/** Environment of services whose heap is to be read. */
export const inspectable = { NODE_OPTIONS: inspectArgument } as const;

/** The JavaScript heap of a running service, read through its inspector. */
export class HeapProbe {
  private nextId = 1;
  private readonly answers = new Map<number, (result: unknown) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown };
      if (id !== undefined) this.answers.get(id)?.(result);
    });
  }

  /** `log`: the first lines of the service, where Node says where it listens. */
  static async attach(log: string): Promise<HeapProbe> {
    const url = /Debugger listening on (ws:\S+)/.exec(log)?.[1];
    if (url === undefined) throw new Error('the service has no inspector');
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new HeapProbe(socket);
  }

  /** Lets go of all that nobody needs, and of the memory that it lay in. */
  async collect(): Promise<void> {
    // Twice, as finalisers of the first let go of more.
    await this.call('HeapProfiler.collectGarbage');
    await this.call('HeapProfiler.collectGarbage');
  }

  /** Bytes in use after a full collection. */
  async usedBytes(): Promise<number> {
    await this.collect();
    const { usedSize } = (await this.call('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  }

  close(): void {
    this.socket.terminate();
  }

  private call(method: string): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.answers.set(id, (result) => {
        this.answers.delete(id);
        resolve(result);
      });
      this.socket.send(JSON.stringify({ id, method }));
    });
  }
}
