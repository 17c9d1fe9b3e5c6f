import type { Schemas } from '../../kit/api/client';
import { isStale } from '../../kit/api/problem';
import { changesSince, fileBasis } from '../../kit/decisions/basis';
import { isDecision, type Deed } from './deeds';

/** What it takes to send decisions that may have become stale on their way. */
interface Around {
  send(deed: Deed, key: string): Promise<void>;
  /** The file of an incident as it is now; undefined where this unit does not see all of it any more. */
  read(incidentId: string): Promise<Pick<Schemas['IncidentFileView'], 'versions' | 'timeline'> | undefined>;
  /** Account that is signed in. */
  me(): string | undefined;
}

/**
 * Sends deeds. What an officer did himself is known to him: a decision that only his own deeds have made stale, which went
 * out before it, is sent again on what is now. Where somebody else changed something, it is refused.
 */
export const sendKnowing =
  ({ send, read, me }: Around) =>
  async (deed: Deed, key: string): Promise<void> => {
    try {
      await send(deed, key);
    } catch (error) {
      if (!isStale(error) || !isDecision(deed) || !deed.on) throw error;
      const { on } = deed;
      const file = await read(on.incidentId);
      const news = file && changesSince(fileBasis(on.version), file);
      if (!file || !news?.every(({ by }) => by !== undefined && by.accountId === me())) throw error;
      await send({ ...deed, on: { ...on, version: file.versions.file } }, key);
    }
  };
