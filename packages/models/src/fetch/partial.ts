import { readFile, rm, stat, writeFile } from 'node:fs/promises';

/** What an interrupted download left, and the server's tag of the version it belongs to. */
export class PartialFile {
  constructor(readonly path: string) {}

  async sizeBytes(): Promise<number> {
    return stat(this.path).then(
      ({ size }) => size,
      () => 0,
    );
  }

  /** Headers that ask for the rest from byte `from`, or for all of it if the file has changed since. */
  async rangeHeaders(from: number): Promise<Record<string, string>> {
    if (from === 0) return {};
    const tag = await readFile(this.tagPath, 'utf8').catch(() => '');
    return { range: `bytes=${from}-`, ...(tag !== '' && { 'if-range': tag }) };
  }

  /** Weak tags do not promise the same bytes and are not kept. */
  async rememberTag(tag: string | null): Promise<void> {
    await writeFile(this.tagPath, tag?.startsWith('"') ? tag : '');
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await this.forgetTag();
  }

  async forgetTag(): Promise<void> {
    await rm(this.tagPath, { force: true });
  }

  private get tagPath(): string {
    return `${this.path}.etag`;
  }
}
