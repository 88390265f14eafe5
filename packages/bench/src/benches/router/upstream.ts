import { createServer, type ServerResponse } from 'node:http';

/** A provider that takes no time: OpenAI's chat completions, 20 tokens an answer. Run as a program of its own. */
const tokens = Array.from({ length: 20 }, (_, index) => ` token${index}`);
const head = { id: 'chatcmpl-1', created: 1, model: 'bench' };
const usage = { prompt_tokens: 20, completion_tokens: tokens.length, total_tokens: 40 };

const chunk = (delta: object, finish: string | null = null, more: object = {}) =>
  `data: ${JSON.stringify({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  })}\n\n`;

const whole = JSON.stringify({
  ...head,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: tokens.join('') }, finish_reason: 'stop' }],
  usage,
});

const first = chunk({ role: 'assistant', content: tokens[0] });
const others = tokens.slice(1).map((content) => chunk({ content }));
const end = `${chunk({}, 'stop')}${chunk({}, null, { choices: [], usage })}data: [DONE]\n\n`;

function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(first);
  for (const text of others) response.write(text);
  response.end(end);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text: string) => (body += text));
  request.on('end', () => {
    if (body.includes('"stream":true')) return stream(response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(whole);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1');
