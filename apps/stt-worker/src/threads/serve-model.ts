import { parentPort } from 'node:worker_threads';
import type { ThreadMessage, ThreadRequest } from './model-thread';

type Answerer<Question, Answer> = (question: Question) => Promise<Answer | undefined>;

/** The thread's side of a ModelThread: answers one question after the other; one that fails is answered with nothing. */
export function serveModel<Question, Answer>(answer: Answerer<Question, Answer>): void {
  const port = parentPort;
  if (!port) throw new Error('this program runs as a worker thread');
  const send = (message: ThreadMessage<Answer>): void => port.postMessage(message);
  let last = Promise.resolve();
  const serve = async ({ id, question }: ThreadRequest<Question>): Promise<void> => {
    send({ kind: 'answered', id, answer: await answer(question).catch(() => undefined) });
  };
  port.on('message', (request: ThreadRequest<Question>) => {
    const before = last;
    last = (async () => {
      await before;
      await serve(request);
    })();
  });
  send({ kind: 'ready' });
}
