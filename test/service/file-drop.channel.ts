import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentChannel } from '../../apps/notifications/src/outbound/channels/channel.js';
import type { NoticeRow } from '../../apps/notifications/src/outbound/database/tables.js';

/** Drops every notice as a file into a folder, from where somebody else fetches it. */
export class FileDropChannel implements SentChannel {
  readonly kind = 'sent';
  readonly name = 'file-drop';
  private dropped = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  deliver({ id, number, text }: NoticeRow): Promise<'delivered'> {
    this.dropped += 1;
    const name = `${String(this.dropped).padStart(6, '0')}-${id}`;
    writeFileSync(join(this.folder, `${name}.part`), JSON.stringify({ id, number, text }));
    renameSync(join(this.folder, `${name}.part`), join(this.folder, `${name}.json`));
    return Promise.resolve('delivered');
  }

  /** Ids of the notices in the order in which they were dropped. */
  received(): string[] {
    const files = readdirSync(this.folder).filter((file) => file.endsWith('.json'));
    return files.sort().map((file) => file.slice(7, -'.json'.length));
  }
}
