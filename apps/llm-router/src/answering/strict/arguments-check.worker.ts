import { parentPort } from 'node:worker_threads';
import { checkArguments, type Question } from './arguments-check';

const port = parentPort;
if (port === null) throw new Error('this program runs as a worker thread');
port.on('message', (question: Question) => port.postMessage(checkArguments(question)));
port.postMessage('ready');
