// Portkey's gateway on loopback alone: it would listen on every address. Run in the folder where it is installed.
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const callback = rest.find((argument) => typeof argument === 'function');
  const number = typeof port === 'object' ? port.port : port;
  return listen.call(this, { port: number, host: '127.0.0.1' }, callback);
};

await import(pathToFileURL(path.resolve('node_modules/@portkey-ai/gateway/build/start-server.js')).href);
