import type { NoticeRow } from '../database/tables.js';
import type { NoticeChannel } from './channel.js';

/** The enterprise portal reads the stored notices: what is stored is delivered. */
export class PortalChannel implements NoticeChannel {
  readonly name = 'portal';

  take(notices: readonly NoticeRow[]): Promise<void> {
    for (const notice of notices) notice.deliveredAt = notice.createdAt;
    return Promise.resolve();
  }
}
