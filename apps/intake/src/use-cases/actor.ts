import type { ActorFact } from '#contracts';
import type { Caller } from '#platform';

/** Who acted, as events say it. */
export const actorOf = ({ accountId, account, name }: Caller): ActorFact => ({ accountId, account, name });
