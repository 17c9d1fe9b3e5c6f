import type { Schemas } from '../../kit/api/client';
import type { Locker } from '../../kit/phone/locker';
import { pickedAt } from '../../kit/time/zone';
import type { CaseAct } from '../work/order';
import type { CaseStep, Deed } from './deeds';

/** What opens a form instead of acting at once. */
export type Form = 'feedback' | 'complete' | 'decline' | CaseAct;
const CASE_FORMS: readonly string[] = ['open-case', 'case', 'ledger', 'restrict', 'lift'] satisfies CaseAct[];
const FORMS: readonly string[] = ['feedback', 'complete', 'decline', ...CASE_FORMS];
export const isForm = (what: string): what is Form => FORMS.includes(what);
/** Whether a form is about the incident and its case, not about an assignment. */
export const isCaseForm = (form: Form): form is CaseAct => CASE_FORMS.includes(form);

/** A form, and what stands in it. */
interface Draft {
  readonly form: Form;
  readonly typed: object;
}

const yuanOf = (fen: number): string => String(Math.abs(fen) / 100);

function draftOfMove({ move, basis = '', servedAt }: CaseStep): Draft {
  const served = servedAt === undefined ? '' : pickedAt(Date.parse(servedAt));
  return { form: 'case', typed: { choice: move, basis, served } };
}

function draftOfProposal({ act, basis, disputed = false, entry }: Schemas['ProposalBody']): Draft {
  const money = entry && { yuan: yuanOf(entry.amountFen), holding: entry.holding ?? '' };
  if (act === 'freeze') return { form: 'ledger', typed: { kind: 'FROZEN', basis, ...money } };
  if (act === 'adjust_loss') {
    const down = entry !== undefined && entry.amountFen < 0;
    return { form: 'ledger', typed: { kind: 'LOSS_ADJUSTED', basis, down, ...money } };
  }
  return { form: 'case', typed: { choice: act, basis, disputed, ...money } };
}

/** The form that a deed was made with and what was typed there; undefined where nothing was typed. */
export function draftOf(deed: Deed): Draft | undefined {
  switch (deed.act) {
    case 'ledger':
      return { form: 'ledger', typed: { ...deed.body, yuan: yuanOf(deed.body.amountFen) } };
    case 'restrict':
      return { form: 'restrict', typed: { reason: deed.body.reason, account: deed.body.safeContact?.account ?? '' } };
    case 'case-move':
      return draftOfMove(deed.body);
    case 'propose':
      return draftOfProposal(deed.body);
    default:
      return isForm(deed.act) ? { form: deed.act, typed: deed.body } : undefined;
  }
}

/** Puts what was typed for a refused deed back into its form; answers which form that is. */
export function putBack(locker: Locker, deed: Deed): Form | undefined {
  const draft = draftOf(deed);
  if (draft) locker.put(`draft.${draft.form}.${deed.id}`, draft.typed);
  return draft?.form;
}
