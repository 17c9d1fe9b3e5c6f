import { Injectable } from '@nestjs/common';
import type { StoredChannel } from './channel.js';

/** The enterprise portal reads the stored notices. */
@Injectable()
export class PortalChannel implements StoredChannel {
  readonly kind = 'stored';
  readonly name = 'portal';
}
