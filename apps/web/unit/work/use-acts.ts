import { computed, type Ref } from 'vue';
import { useSession } from '../../kit/session/session';
import { isDecision, type Deed } from '../outbox/deeds';
import { useOutbox } from '../outbox/use-outbox';
import { caseActsOf } from './case-acts';
import { actsNow, type Act, type Assignment, type CaseAct } from './order';
import type { IncidentFile } from './queries';

const POLICE = ['officer', 'case_officer', 'unit_duty_leader'] as const;

/**
 * What may be done about an assignment and the case of its incident now, and what was done and is on its way: that is not
 * offered again. `whole` is the file, where the unit sees all of it.
 */
export function useActs(assignment: () => Assignment, whole: Ref<IncidentFile | undefined>) {
  const session = useSession();
  const outbox = useOutbox();
  const caseId = computed(() => whole.value?.case?.caseId);
  const waiting = computed(() => outbox.of(assignment().assignmentId, assignment().incidentId, caseId.value));
  const acts = computed(() => {
    const sent = waiting.value.filter(({ state }) => state !== 'refused');
    return actsNow(
      assignment(),
      sent.flatMap(({ deed }): Act[] => (isDecision(deed) ? [] : [deed.act])),
    );
  });
  const tapped = computed(() =>
    waiting.value.some(({ deed, state }) => deed.act === 'acknowledge' && state === 'waiting'),
  );
  const under = (what: Deed['act']): boolean =>
    waiting.value.some(({ deed, state }) => deed.act === what && state !== 'refused');
  const officerActs = computed<CaseAct[]>(() => [...caseActs.value, ...restrictActs.value, ...liftActs.value]);
  /** Who leads proposes to lift a restriction, once at a time. */
  const liftActs = computed<CaseAct[]>(() => {
    const { restricted = false, proposals = [] } = whole.value ?? {};
    const proposed = proposals.some(({ waitsFor, overtaken }) => waitsFor !== undefined && !overtaken);
    const may = session.has('case_officer') && assignment().role === 'lead';
    return may && restricted && !proposed && !under('lift') ? ['lift'] : [];
  });
  /** A unit that is released has no whole file: whoever sees one on an assignment may restrict. */
  const restrictActs = computed<CaseAct[]>(() =>
    whole.value?.enterprise?.id !== undefined && session.has(...POLICE) ? ['restrict'] : [],
  );
  const caseActs = computed<CaseAct[]>(() => {
    return caseActsOf(whole.value, session.caller ?? {}).filter((each) => each !== 'open-case' || !under('open-case'));
  });
  /** Whether other units still work on it. */
  const assisting = computed(
    () =>
      whole.value?.assignments.some(
        ({ assignmentId, state }) =>
          assignmentId !== assignment().assignmentId &&
          !['COMPLETED', 'DECLINED', 'REASSIGNED', 'RECALLED'].includes(state),
      ) ?? false,
  );
  return { waiting, acts, tapped, officerActs, assisting };
}
