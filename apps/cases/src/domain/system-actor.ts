import type { ActorFact } from '#contracts';

/** Who does what no person does. */
export const SYSTEM: ActorFact = { accountId: 'system', account: 'system', name: '系统' };
