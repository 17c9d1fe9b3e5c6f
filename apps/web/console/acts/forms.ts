import { api, type Schemas } from '../../kit/api/client';
import { basisOf, intakeBasis } from '../../kit/decisions/basis';
import { t } from '../../kit/i18n/i18n';
import type { ActForm } from './act-form';

type File = Schemas['IncidentFileView'];
type Assignment = Schemas['FiledAssignment'];
type Outcome = NonNullable<Schemas['CloseBody']['outcome']>;
type Discipline = Schemas['ReinforceRequest']['discipline'];
type Category = Schemas['AdviceBody']['categories'][number];

const OUTCOMES: Outcome[] = [
  'CASE_REGISTERED', 'ADMIN_ONSITE', 'MEDIATED', 'ECONOMIC_DISPUTE', 'HELPED', 'NO_OFFENCE', 'FALSE_ALARM', 'GONE',
  'TO_PARTNER', 'SERVICE_DONE',
]; // prettier-ignore
/** What a desk asks for most stands first. */
const DISCIPLINES: Discipline[] = [
  'PAT', 'PS', 'CID', 'SEC', 'TRF', 'ECID', 'CYB', 'AFC', 'FDE', 'ISEC', 'AST', 'NAR', 'LEG', 'ESO', 'X119', 'X120',
  'XGOV', 'XEM', 'XMSA', 'XIPO', 'XBANK',
]; // prettier-ignore
const CATEGORIES: Category[] = ['gate', 'warehouse', 'policy', 'finance', 'cyber', 'hazmat', 'staff', 'other'];

const choices = (group: string, codes: readonly string[]): [string, string][] =>
  codes.map((code) => [code, t(`${group}.${code}`)]);
/** Stands first where a guess would go on record as a finding. */
const unchosen = (): [string, string] => ['', t('form.choose')];

/** Reviews and closes; the outcome is the lead's unless the reviewer says otherwise. */
export const closeForm = (file: File): ActForm => ({
  title: 'act.close',
  basis: basisOf(file),
  fields: [
    {
      name: 'outcome',
      label: 'form.outcome',
      kind: 'select',
      options: [['', t('form.outcomeOfLead')], ...choices('outcome', OUTCOMES)],
    },
    { name: 'note', label: 'form.note', kind: 'text', maxLength: 1000 },
  ],
  values: { outcome: file.outcome ?? '', note: '' },
  send: (body, header) =>
    api.POST('/api/v1/incidents/{incidentId}/close', {
      params: { path: { incidentId: file.incidentId }, header },
      body,
    }),
});

/** Sends one more unit of a discipline; which one is decided and explained like every other. */
export const reinforceForm = ({ incidentId }: File): ActForm => ({
  title: 'act.reinforce',
  fields: [
    { name: 'discipline', label: 'form.discipline', kind: 'select', options: choices('discipline', DISCIPLINES) },
  ],
  values: { discipline: 'PAT' },
  send: (body, header) =>
    api.POST('/api/v1/dispatches/{incidentId}/reinforcements', {
      params: { path: { incidentId }, header },
      body: body as Schemas['ReinforceRequest'],
    }),
});

/** Changes the priority: up by a dispatcher, down by the duty chief. */
export const regradeForm = (file: File): ActForm => ({
  title: 'act.regrade',
  basis: intakeBasis(file),
  fields: [
    {
      name: 'priority',
      label: 'form.priority',
      kind: 'select',
      options: choices('priority', ['P1', 'P2', 'P3', 'P4']).map(
        ([code, words]) => [code, `${code} ${words}`] as const,
      ),
    },
    { name: 'reason', label: 'form.reason', kind: 'text', required: true, maxLength: 500 },
  ],
  values: { priority: file.priority, reason: '' },
  send: (body, header) =>
    api.POST('/api/v1/incidents/{id}/regrade', {
      params: { path: { id: file.incidentId }, header },
      body: body as unknown as Schemas['RegradeRequest'],
    }),
});

/** Calls the incident off while no unit has taken it; those it was issued to are recalled. P1 and P2 only by the duty chief. */
export const cancelForm = (file: File): ActForm => ({
  title: 'act.cancel',
  basis: intakeBasis(file),
  fields: [
    {
      name: 'reason',
      label: 'form.reason',
      kind: 'select',
      required: true,
      options: [unchosen(), ...choices('cancelReason', ['false_report', 'test', 'withdrawn'])],
    },
    { name: 'note', label: 'form.note', kind: 'text', maxLength: 500 },
  ],
  values: { reason: '', note: '' },
  send: (body, header) =>
    api.POST('/api/v1/incidents/{id}/cancel', {
      params: { path: { id: file.incidentId }, header },
      body: body as unknown as Schemas['CancelRequest'],
    }),
});

/** Prevention advice; the enterprise reads it in its own file. */
export const adviceForm = ({ incidentId }: File): ActForm => ({
  title: 'act.advise',
  fields: [
    {
      name: 'categories',
      label: 'form.categories',
      kind: 'checks',
      required: true,
      options: choices('adviceCategory', CATEGORIES),
    },
    { name: 'text', label: 'form.advice', kind: 'text', required: true, maxLength: 4000 },
  ],
  values: { categories: [], text: '' },
  send: (body, header) =>
    api.POST('/api/v1/incident-files/{incidentId}/advice', {
      params: { path: { incidentId }, header },
      body: body as unknown as Schemas['AdviceBody'],
    }),
});

/** Restricts what the enterprise is told to one named contact, or to nobody; begins with whom the reporter proposed. */
export const restrictForm = (file: File): ActForm => ({
  title: 'act.restrict',
  basis: basisOf(file),
  fields: [
    { name: 'reason', label: 'form.reason', kind: 'text', required: true, maxLength: 500 },
    { name: 'account', label: 'form.safeContact', kind: 'contact' },
  ],
  values: { reason: '', account: file.safeContact?.account ?? file.proposedContact?.account ?? '' },
  send: ({ reason, account }, header) =>
    api.POST('/api/v1/incident-files/{incidentId}/restrict', {
      params: { path: { incidentId: file.incidentId }, header },
      body: { reason: String(reason), ...(account !== undefined && { safeContact: { account: String(account) } }) },
    }),
});

/** What a unit told by radio on its way. */
export const feedbackForm = ({ assignmentId }: Assignment): ActForm => ({
  title: 'act.feedback',
  fields: [
    { name: 'text', label: 'form.feedback', kind: 'text', required: true, maxLength: 4000 },
    { name: 'suspectsCaught', label: 'form.caught', kind: 'number' },
    { name: 'insiderSuspected', label: 'form.insider', kind: 'check' },
  ],
  values: { text: '', suspectsCaught: 0, insiderSuspected: false },
  send: (body, header) =>
    api.POST('/api/v1/assignments/{id}/feedback', {
      params: { path: { id: assignmentId }, header },
      body: body as unknown as Schemas['FeedbackRequest'],
    }),
});

/** The final feedback; the lead says what came of the incident. */
export const completeForm = ({ assignmentId, role }: Assignment): ActForm => ({
  title: 'act.complete',
  fields: [
    { name: 'text', label: 'form.feedback', kind: 'text', required: true, maxLength: 4000 },
    ...(role === 'lead'
      ? ([
          {
            name: 'outcome',
            label: 'form.outcome',
            kind: 'select',
            required: true,
            options: [unchosen(), ...choices('outcome', OUTCOMES)],
          },
          { name: 'releaseAssists', label: 'form.release', kind: 'check' },
        ] as const)
      : []),
  ],
  values: role === 'lead' ? { text: '', outcome: '', releaseAssists: false } : { text: '' },
  send: (body, header) =>
    api.POST('/api/v1/assignments/{id}/complete', {
      params: { path: { id: assignmentId }, header },
      body: body as unknown as Schemas['CompleteRequest'],
    }),
});
