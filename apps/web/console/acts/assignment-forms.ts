import { api, type Schemas } from '../../kit/api/client';
import type { ActForm } from './act-form';
import { choices, OUTCOMES, unchosen } from './choices';

type Assignment = Schemas['FiledAssignment'];

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
