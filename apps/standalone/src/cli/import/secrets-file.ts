import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { handedOutLines, type SheetStore } from '#sheets';

/** A new file, of its owner's alone, for the one-time secrets that new rows hand out: nothing else ever shows them. */
export class SecretsFile {
  private any = false;

  private constructor(private readonly path: string) {}

  /** Makes the file before any row is written. Throws where it exists, or where nobody named one. */
  static make(path: string | undefined): SecretsFile {
    if (path === undefined) throw new Error('name a new file for the one-time secrets: --secrets FILE');
    writeFileSync(path, 'account,secret,until\r\n', { mode: 0o600, flag: 'wx' });
    return new SecretsFile(path);
  }

  /** The rows, whose secrets go into the file transaction by transaction. */
  fill(store: SheetStore<object>): SheetStore<object> {
    const filling = store.handingOut?.((handed) => {
      if (handed.length === 0) return;
      this.any = true;
      appendFileSync(this.path, handedOutLines(handed));
    });
    return filling ?? store;
  }

  /** Takes the file away where nothing was handed out; answers its path otherwise. */
  end(): string | undefined {
    if (this.any) return this.path;
    if (existsSync(this.path)) rmSync(this.path);
    return undefined;
  }
}
