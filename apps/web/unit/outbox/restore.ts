import type { Locker } from '../../kit/phone/locker';
import type { Deed } from './deeds';

/** Puts what was refused back into its form. */
export function putBack(locker: Locker, { act, id, body }: Deed): void {
  const typed = act === 'ledger' ? { ...body, yuan: String(Math.abs(body.amountFen) / 100) } : body;
  locker.put(`draft.${act}.${id}`, typed);
}
