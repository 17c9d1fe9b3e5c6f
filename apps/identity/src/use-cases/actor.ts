import type { ActorFact } from '#contracts';
import type { Caller } from '#platform';

/** A person who acts, as accounts keep it. */
export const actorOf = ({ accountId, account, name }: Caller): ActorFact => ({ accountId, account, name });
