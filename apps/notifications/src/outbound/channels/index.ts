import type { NoticeChannel } from './channel.js';
import { PortalChannel } from './portal.channel.js';

/** Every channel, in the order they are used. Adding one: one file beside this one, one line here. */
export const channels: readonly NoticeChannel[] = [new PortalChannel()];
