import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * What any gateway in Node must cost at least, as programs to measure beside it: `pipe` hands bytes on as they are,
 * `minimal` also reads the request, chooses an upstream, writes the request anew, and reads and rewrites every chunk.
 * Neither checks, limits, times out, retries or counts anything.
 */
const [port, upstream = '', kind] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const upstreams = new Map([['bench', { url: upstream, model: 'bench' }]]);
const json = { 'content-type': 'application/json' };

const ask = (url: string, onAnswer: (answer: IncomingMessage) => void) =>
  request(url, { method: 'POST', agent, headers: json }, onAnswer);

function pipe(incoming: IncomingMessage, response: ServerResponse): void {
  const asking = ask(upstream, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(asking);
}

interface Chunk {
  readonly choices: readonly { readonly delta: object }[];
}

function rewriteChunks(answer: IncomingMessage, response: ServerResponse): void {
  let rest = '';
  answer.setEncoding('utf8');
  answer.on('data', (text: string) => {
    const events = (rest + text).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = event.slice('data: '.length);
      const chunk = data === '[DONE]' ? data : JSON.stringify(JSON.parse(data) as Chunk);
      response.write(`data: ${chunk}\n\n`);
    }
  });
  answer.on('end', () => response.end());
}

function minimal(incoming: IncomingMessage, response: ServerResponse): void {
  let body = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (text: string) => (body += text));
  incoming.on('end', () => {
    const asked = JSON.parse(body) as { readonly model: string; readonly stream?: boolean };
    const chosen = upstreams.get(asked.model);
    if (chosen === undefined) return void response.writeHead(404).end();
    const asking = ask(chosen.url, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] });
      if (asked.stream === true) return rewriteChunks(answer, response);
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => response.end(JSON.stringify(JSON.parse(text))));
    });
    asking.end(JSON.stringify({ ...asked, model: chosen.model }));
  });
}

const server = createServer(kind === 'pipe' ? pipe : minimal);
server.keepAliveTimeout = 60_000;
server.listen(Number(port), '127.0.0.1');
