import type { Pin } from '../manifest/schema';

/** One file wanted from a package, and where it is to be put. */
export interface Member extends Pin {
  readonly member: string;
  readonly path: string;
}

export interface PackageFetch {
  /** `name==version` for the Python index, `name@version` for npm. */
  readonly spec: string;
  /** An empty folder for the package itself; its contents are of no use afterwards. */
  readonly workDir: string;
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((doneBytes: number) => void) | undefined;
}

/** Downloads one package and gives the path of its archive. @throws ModelError */
export type FetchPackage = (request: PackageFetch) => Promise<string>;

/** The lines of a tool's output that say what went wrong, on one line. */
export function complaint(output: string, marker: RegExp): string {
  const lines = output
    .split('\n')
    .flatMap((line) => (marker.test(line) ? line.replace(marker, '').trim() : []));
  return lines.filter((line) => line !== '').join('; ') || output.trim().slice(-300) || 'it gave no reason';
}
