import type { Channel } from '#contracts';
import { hasRole, type Caller } from '#platform';
import { OPERATORS } from './reader.js';
import { channelNotYours } from './report.refusals.js';

/** Ways in that each kind of caller has; the first is the usual one. */
const WAYS = {
  operator: ['phone', 'window', 'station', 'online', 'group_chat', 'visit', 'partner'],
  machine: ['api', 'alarm_panel', 'partner'],
  enterprise: ['portal'],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;

const kindOf = (caller: Caller): keyof typeof WAYS => {
  if (hasRole(caller, ...OPERATORS)) return 'operator';
  return hasRole(caller, 'machine') ? 'machine' : 'enterprise';
};

/** How a report came in, which follows from who sends it. Throws 422 where that is claimed to be somebody else's way. */
export function channelOf(claimed: Channel | undefined, caller: Caller): Channel {
  const ways: readonly Channel[] = WAYS[kindOf(caller)];
  if (claimed !== undefined && !ways.includes(claimed)) throw channelNotYours();
  return claimed ?? ways[0] ?? 'portal';
}

/** Whether a caller sends on the own word of an enterprise, which is limited; operators and machines under contract are not. */
export const isLimited = (caller: Caller): boolean => kindOf(caller) === 'enterprise';
