export interface NatsTarget {
  /** host:port, without credentials. */
  readonly servers: string[];
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
  readonly tls?: Record<string, never>;
}

/**
 * URLs of one cluster, separated by commas: nats://host:port, tls://host, nats://user:password@host,
 * nats://token@host. The client itself knows neither credentials nor schemes in URLs.
 */
export function parseServers(text: string): NatsTarget {
  const urls = text.split(',').map((part) => new URL(part.trim()));
  const credentials = urls.find((url) => url.username !== '');
  return {
    servers: urls.map((url) => `${url.hostname}:${url.port || '4222'}`),
    ...(urls.some((url) => url.protocol === 'tls:') ? { tls: {} } : {}),
    ...(credentials === undefined ? {} : credentialsOf(credentials)),
  };
}

function credentialsOf(url: URL): Partial<NatsTarget> {
  const name = decodeURIComponent(url.username);
  return url.password === '' ? { token: name } : { user: name, pass: decodeURIComponent(url.password) };
}
