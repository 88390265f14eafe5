import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** PEM. */
export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

type TlsSetting = 'PARLEY_TLS_CERT' | 'PARLEY_TLS_KEY';

type TlsSettings = Readonly<Partial<Record<TlsSetting, string | undefined>>>;

/** The certificate, with its chain, and its key; undefined where none are set. */
export function readTls({ PARLEY_TLS_CERT: cert, PARLEY_TLS_KEY: key }: TlsSettings): Tls | undefined {
  if (cert === undefined || key === undefined) return undefined;
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

/** What keeps these files from being served with: the setting, the file, and what to do. */
export function tlsProblems({ PARLEY_TLS_CERT: cert, PARLEY_TLS_KEY: key }: TlsSettings): string[] {
  if ((cert === undefined) !== (key === undefined)) {
    return ['PARLEY_TLS_CERT and PARLEY_TLS_KEY must be set together.'];
  }
  if (cert === undefined || key === undefined) return [];
  const problems: string[] = [];
  const certificate = part('PARLEY_TLS_CERT', cert, problems, {
    make: (pem) => new X509Certificate(pem),
    otherwise: 'has no certificate in PEM: it must begin with the server’s own, its chain behind it',
  });
  const privateKey = part('PARLEY_TLS_KEY', key, problems, {
    make: (pem) => createPrivateKey(pem),
    otherwise: 'has no private key in PEM that is not encrypted',
  });
  if (certificate && privateKey && !certificate.checkPrivateKey(privateKey)) {
    problems.push(
      `PARLEY_TLS_KEY: the key in ${key} is not that of the first certificate in ${cert} (PARLEY_TLS_CERT). ` +
        'Set both to files that were made together.',
    );
  }
  return problems;
}

interface Part<Made> {
  readonly make: (pem: Buffer) => Made;
  /** What the file is when it cannot be made. */
  readonly otherwise: string;
}

function part<Made>(
  setting: TlsSetting,
  path: string,
  problems: string[],
  { make, otherwise }: Part<Made>,
): Made | undefined {
  let pem: Buffer;
  try {
    pem = readFileSync(path);
  } catch (error) {
    problems.push(
      `${setting}: ${path} cannot be read (${codeOf(error)}). Set it to a PEM file that the gateway’s user may read.`,
    );
    return undefined;
  }
  try {
    return make(pem);
  } catch (error) {
    problems.push(`${setting}: ${path} ${otherwise} (${codeOf(error)}).`);
    return undefined;
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'invalid';
