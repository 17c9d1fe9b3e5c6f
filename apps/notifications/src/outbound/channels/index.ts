import type { ChannelClass } from './channel.js';
import { PortalChannel } from './portal.channel.js';

/** Every channel. Adding one: one file beside this one, one line here. */
export const CHANNELS: readonly ChannelClass[] = [PortalChannel];
