import { api, type Schemas } from '../../kit/api/client';
import { basisOf } from '../../kit/decisions/basis';
import type { ActForm } from './act-form';
import { choices } from './choices';

type File = Schemas['IncidentFileView'];
type Category = Schemas['AdviceBody']['categories'][number];

const CATEGORIES: Category[] = ['gate', 'warehouse', 'policy', 'finance', 'cyber', 'hazmat', 'staff', 'other'];

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
