export interface WebAddress {
  /** Without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Moves credentials out of an address into a header, where neither logs nor messages show them. */
export function parseAddress(address: string): WebAddress {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return { url: url.href, headers: {} };
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return {
    url: url.href,
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  };
}

/** HF_ENDPOINT names a mirror of huggingface.co, as for Hugging Face's own tools. */
export function mirrored(url: string, env: NodeJS.ProcessEnv = process.env): string {
  const mirror = env['HF_ENDPOINT'];
  const hub = 'https://huggingface.co/';
  return mirror && url.startsWith(hub) ? `${mirror.replace(/\/+$/, '')}/${url.slice(hub.length)}` : url;
}
