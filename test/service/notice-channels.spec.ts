import { expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNELS } from '../../apps/notifications/src/outbound/channels/index.js';
import { channelConformance } from './channel-conformance.js';
import { FileDropChannel } from './file-drop.channel.js';

it('names every channel once', () => {
  const names = CHANNELS.map((channel) => new channel().name);
  expect(new Set(names).size).toBe(names.length);
});

channelConformance('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qijing-channel-'));
  const channel = new FileDropChannel(folder);
  return { channel, received: () => channel.received(), dispose: () => rmSync(folder, { recursive: true }) };
});
