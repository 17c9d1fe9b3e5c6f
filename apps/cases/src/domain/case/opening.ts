import { INCIDENT_STATE_WORDS, type CaseKind, type IncidentState } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { hasEnded } from '../incident-file/incident-states.js';
import type { IncidentFile } from '../incident-file/incident-file.js';

/** 409: nothing is decided about the case of an incident that was called off, and none is opened for one that has ended. */
export const incidentEnded = defineRefusal({
  code: 'case.incident-ended',
  kind: 'conflict',
  zh: '警情现为“{state}”，不能{act}',
  en: 'The incident is {state}: cannot {act}',
});

/** 422: the type of the incident names no kind of case, so the officer has to. */
export const kindMissing = defineRefusal({
  code: 'case.kind-missing',
  kind: 'unprocessable',
  zh: '该类警情没有默认的案件类别，请选择',
  en: 'Incidents of this type have no kind of case of their own: state one',
  pointer: '/kind',
});

/** 409: the incident has a case already, of another kind. */
export const openedOtherwise = defineRefusal({
  code: 'case.already-open',
  kind: 'conflict',
  zh: '该警情已登记案件 {number}，类别不同',
  en: 'The incident has case {number} already, of another kind',
  pointer: '/kind',
});

/** States in which nothing is an incident's case any more. */
const OFF: ReadonlySet<IncidentState> = new Set(['CANCELLED', 'MERGED', 'DIVERTED', 'TRANSFERRED']);

/** Checks that something may be decided about the case of an incident. Throws `case.incident-ended`. */
export function requireStanding({ state }: Pick<IncidentFile, 'state'>): void {
  if (OFF.has(state))
    throw incidentEnded({ state: INCIDENT_STATE_WORDS[state], act: { zh: '办理案件', en: 'work on its case' } });
}

/**
 * The kind of the case to open: what the officer states, else what the type of the incident says. A police incident is not
 * a case by itself, and one that has ended becomes none. Throws the refusals of this file.
 */
export function kindToOpen(
  file: Pick<IncidentFile, 'state' | 'type' | 'case'>,
  stated: CaseKind | undefined,
): CaseKind {
  const { state, type, case: known } = file;
  requireStanding(file);
  if (known) {
    if (stated !== undefined && stated !== known.kind) throw openedOtherwise({ number: known.number });
    return known.kind;
  }
  if (hasEnded(state))
    throw incidentEnded({ state: INCIDENT_STATE_WORDS[state], act: { zh: '登记案件', en: 'open a case' } });
  const kind = stated ?? type.caseKind;
  if (kind === undefined) throw kindMissing();
  return kind;
}
