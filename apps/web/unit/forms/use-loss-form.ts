import { computed } from 'vue';
import type { Schemas } from '../../kit/api/client';
import { useDraft } from '../../kit/phone/draft';
import { fenOf } from '../../kit/phone/yuan';
import { useSession } from '../../kit/session/session';
import type { DecidedOn, Deed } from '../outbox/deeds';
import { asksOf, proposalOf, reversibleIn, type Kind } from './loss-kinds';

/** What an entry of a ledger is made of besides what is typed. */
interface Surroundings {
  readonly caseFile: Schemas['FiledCaseView'];
  readonly on: DecidedOn;
  readonly occurredAt: () => string;
}

const blank = (text: string): boolean => text.trim() === '';

/** What is typed about one entry of the ledger, what it lacks, and what is sent: the entry, or its proposal. */
export function useLossForm(props: Surroundings) {
  const session = useSession();
  const { form, clear } = useDraft(`ledger.${props.caseFile.caseId}`, () => ({
    kind: '' as Kind | '',
    yuan: '',
    method: '',
    holding: '',
    basis: '',
    note: '',
    down: false,
    reverses: '',
  }));
  const proposed = computed(() => proposalOf(form.kind));

  const reversible = computed(() => reversibleIn(props.caseFile.ledger.entries, session.caller?.accountId));
  const reversed = computed(() => reversible.value.find(({ entryId }) => entryId === form.reverses));
  const fen = computed(() => {
    if (form.kind === 'REVERSAL') return reversed.value && Math.abs(reversed.value.amountFen);
    const typed = fenOf(form.yuan);
    return typed !== undefined && form.kind === 'LOSS_ADJUSTED' && form.down ? -typed : typed;
  });
  const asks = computed(() => asksOf(form.kind));
  const wrong = computed(() => ({
    kind: form.kind === '',
    amount: fen.value === undefined,
    method: asks.value.method && blank(form.method),
    holding: asks.value.holding && blank(form.holding),
    basis: proposed.value !== undefined && blank(form.basis),
    note: asks.value.note && blank(form.note),
  }));

  /** What to send; undefined while something is missing. */
  function deed(): Deed | undefined {
    const { kind } = form;
    if (kind === '' || fen.value === undefined || Object.values(wrong.value).some(Boolean)) return undefined;
    const { on } = props;
    const id = props.caseFile.caseId;
    const entry = { amountFen: fen.value, ...(asks.value.holding && { holding: form.holding.trim() }) };
    if (proposed.value) {
      return { act: 'propose', id, on, body: { act: proposed.value, basis: form.basis.trim(), entry } };
    }
    const body = {
      kind,
      ...entry,
      occurredAt: props.occurredAt(),
      ...(asks.value.method && { method: form.method.trim() }),
      ...(reversed.value && { reverses: reversed.value.entryId }),
      ...(!blank(form.note) && { note: form.note.trim() }),
    };
    return { act: 'ledger', id, on, body };
  }
  return { form, clear, asks, proposed, reversible, wrong, deed };
}
