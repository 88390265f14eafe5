import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Served {
  readonly bytes: Buffer;
  readonly etag?: string;
  /** Answers ranges; true by default. */
  readonly ranges?: boolean;
}

export interface Seen {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly authorization: string | undefined;
}

/** What to do with a request instead of answering it properly; undefined answers it. */
export type Fault =
  | { readonly status: number }
  /** Sends so many body bytes and then nothing more. */
  | { readonly hangAfterBytes: number };

/** A web server for files that can misbehave on purpose and remembers what it was asked. */
export class FileServer {
  readonly seen: Seen[] = [];
  /** Taken one per request, in order. */
  readonly faults: (Fault | undefined)[] = [];
  private readonly files = new Map<string, Served>();
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the server is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  serve(path: string, bytes: Buffer, options: Omit<Served, 'bytes'> = {}): string {
    this.files.set(path, { bytes, ...options });
    return `${this.url}${path}`;
  }

  /** Ends every connection where it is: what a client has not read by then it may never see. */
  cut(): void {
    this.server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(request.url ?? '');
    const { range, authorization } = request.headers;
    const ifRange = request.headers['if-range'];
    this.seen.push({
      path,
      range,
      ifRange: typeof ifRange === 'string' ? ifRange : undefined,
      authorization,
    });
    const fault = this.faults.shift();
    const file = this.files.get(path);
    if (fault !== undefined && 'status' in fault) return void response.writeHead(fault.status).end();
    if (file === undefined) return void response.writeHead(404).end();
    const start = startOf(file, range, typeof ifRange === 'string' ? ifRange : undefined);
    const body = file.bytes.subarray(start);
    response.writeHead(start === 0 ? 200 : 206, {
      'content-length': body.length,
      ...(file.etag !== undefined && { etag: file.etag }),
      ...(start > 0 && { 'content-range': `bytes ${start}-${file.bytes.length - 1}/${file.bytes.length}` }),
    });
    if (fault === undefined) return void response.end(body);
    response.write(body.subarray(0, fault.hangAfterBytes));
  }
}

function startOf(file: Served, range: string | undefined, ifRange: string | undefined): number {
  const asked = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (file.ranges === false) return 0;
  return ifRange !== undefined && ifRange !== file.etag ? 0 : asked;
}

/** A server per test of a suite. */
export function fileServer(): () => FileServer {
  let server: FileServer;
  beforeEach(async () => {
    server = await new FileServer().start();
  });
  afterEach(() => server.stop());
  return () => server;
}
