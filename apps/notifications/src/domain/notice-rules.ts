import type { Facts } from './facts.js';
import type { Known } from './known.js';
import type { TemplateKey } from './templates.js';

type Rule = (facts: Facts, known: Known) => TemplateKey | undefined;

const always =
  (template: TemplateKey): Rule =>
  () =>
    template;

/** Help that is there already is not late. */
const unlessArrived: Rule = (_facts, { told }) => (told.includes('arrived') ? undefined : 'delayed');

const LEDGER: Readonly<Record<string, TemplateKey>> = {
  STOPPED: 'money_secured',
  FROZEN: 'money_secured',
  RETURNED: 'property_returned',
};

/** An entry of another victim is none of this enterprise's business. */
const ownMoney: Rule = ({ ledgerKind = '', victimId }, { enterpriseId }) =>
  victimId === undefined || victimId === enterpriseId ? LEDGER[ledgerKind] : undefined;

/** Which event is told to the enterprise, by which template. Events that are not listed are not told. */
export const NOTICE_RULES: Readonly<Record<string, Rule>> = {
  'incident.reported.v1': always('received'),
  'incident.cancelled.v1': always('cancelled'),
  'incident.restricted.v1': always('contact_only'),
  'incident.closed.v1': always('closed'),
  'dispatch.planned.v1': ({ assigned = [] }) => (assigned.length > 0 ? 'dispatched' : 'delayed'),
  'dispatch.gap-filled.v1': always('dispatched'),
  'assignment.added.v1': always('dispatched'),
  'assignment.arrived.v1': always('arrived'),
  'assignment.feedback-given.v1': always('feedback'),
  'clock.breached.v1': unlessArrived,
  'case.registered.v1': always('case_registered'),
  'case.filed.v1': always('case_filed'),
  'case.not-filed.v1': always('case_not_filed'),
  'case.solved.v1': always('case_solved'),
  'loss.entry-posted.v1': ownMoney,
  'advice.issued.v1': always('advice'),
};
