import { api, type Schemas } from '../../kit/api/client';
import { basisOf, intakeBasis } from '../../kit/decisions/basis';
import { t } from '../../kit/i18n/i18n';
import type { ActForm } from './act-form';
import { choices, OUTCOMES, unchosen } from './choices';

type File = Schemas['IncidentFileView'];
type Discipline = Schemas['ReinforceRequest']['discipline'];

/** What a desk asks for most stands first. */
const DISCIPLINES: Discipline[] = [
  'PAT', 'PS', 'CID', 'SEC', 'TRF', 'ECID', 'CYB', 'AFC', 'FDE', 'ISEC', 'AST', 'NAR', 'LEG', 'ESO', 'EEA', 'RWY',
  'ADM', 'SUP', 'X119', 'X120', 'XGOV', 'XEM', 'XHRSS', 'XTRANS', 'XJUST', 'XMSA', 'XIPO', 'XBANK', 'XCOURT', 'XPROC',
  'X12345',
]; // prettier-ignore

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

/** Lets units move for what was held, after a look at it. */
export const releaseForm = (file: File): ActForm => ({
  title: 'act.release',
  basis: intakeBasis(file),
  fields: [{ name: 'note', label: 'form.note', kind: 'text', maxLength: 500 }],
  values: { note: '' },
  send: (body, header) =>
    api.POST('/api/v1/incidents/{id}/release', { params: { path: { id: file.incidentId }, header }, body }),
});
