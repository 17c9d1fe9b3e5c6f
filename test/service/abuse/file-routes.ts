import { choice, choices, cursor, form, instant, object, required, text } from './fields.js';
import { assistOf } from './stage.js';
import { CASE_READERS, CENTRE, DESK, NOBODY, type Route } from './routes.js';

const api = '/api/v1';
const page = { limit: form('0', '201', 'x'), after: cursor() };
const uuid = form('x', `${NOBODY}x`);

/** cases: incident files, restriction, advice, closing. */
export const fileRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${api}/incident-files`,
    roles: [...CASE_READERS, 'partner_user', 'enterprise_contact', 'machine'],
    as: 'operator',
    query: {
      ...page,
      state: choice(),
      priority: choice(),
      enterpriseId: uuid,
      stage: choice(),
      ringing: choice(),
      ids: uuid,
    },
    status: 200,
  },
  {
    method: 'GET',
    pattern: `${api}/incident-files/:id`,
    roles: [...CASE_READERS, 'partner_user', 'enterprise_contact', 'machine'],
    as: 'enterprise',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident-file.not-found',
    status: 200,
    refused: () =>
      ['competitor', 'PS01', 'panel', 'LEG01'].map((as) => ({
        what: `by ${as}`,
        as,
        status: 404,
        code: 'incident-file.not-found',
      })),
  },
  {
    method: 'GET',
    pattern: `${api}/incident-files/:id/contacts`,
    roles: [...CENTRE, 'approver', 'officer', 'case_officer', 'unit_duty_leader'],
    as: 'operator',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident-file.not-found',
    query: page,
    status: 200,
    refused: () => [{ what: 'by another station', as: 'PS01', status: 404, code: 'incident-file.not-found' }],
  },
  {
    method: 'POST',
    pattern: `${api}/incident-files/:id/restrict`,
    roles: [...CENTRE, 'approver', 'officer', 'case_officer', 'unit_duty_leader'],
    as: 'operator',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident-file.not-found',
    fields: { reason: required(text(500)), safeContact: object({ account: required(form('a b')) }) },
    body: () => ({ reason: '疑有内部人员', safeContact: { account: 'enterprise' } }),
    otherBody: { reason: '另一理由' },
    status: 200,
    key: 'optional',
    edit: true,
    refused: ({ restricted }) => [
      { what: 'by another station', as: 'PS01', status: 404, code: 'incident-file.not-found' },
      ...['nobody-at-all', 'PS02', 'competitor'].map((account) => ({
        what: `in favour of ${account}`,
        body: { reason: '疑有内部人员', safeContact: { account } },
        status: 422,
        code: 'safe-contact.unknown',
      })),
      {
        what: 'twice',
        path: `${api}/incident-files/${restricted.incidentId}/restrict`,
        status: 409,
        code: 'incident.already-restricted',
      },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/incident-files/:id/proposals`,
    roles: ['case_officer'],
    as: 'PS02',
    // Restricted by the route before.
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident-file.not-found',
    fields: { act: required(choice()), basis: required(text(2000)) },
    body: () => ({ act: 'lift_restriction', basis: '内部人员已到案' }),
    otherBody: { basis: '另一依据' },
    status: 201,
    key: 'optional',
    edit: true,
    refused: ({ fresh, spare }) => [
      { what: 'by another station', as: 'PS01', status: 404, code: 'incident-file.not-found' },
      {
        what: 'by a unit that assists',
        as: assistOf(fresh),
        status: 403,
        code: 'case.not-lead-unit',
      },
      {
        what: 'of what is not restricted',
        as: spare.lead,
        path: `${api}/incident-files/${spare.incidentId}/proposals`,
        status: 409,
        code: 'incident.not-restricted',
      },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/incident-files/:id/advice`,
    roles: [...DESK, 'approver', 'officer', 'case_officer', 'unit_duty_leader'],
    as: 'operator',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident-file.not-found',
    fields: { categories: required(choices()), text: required(text(4000)), answerBy: instant() },
    body: () => ({ categories: ['gate'], text: '核对放行单' }),
    otherBody: { text: '另一建议' },
    status: 201,
    key: 'optional',
    refused: () => [
      { what: 'by another station', as: 'PS01', status: 404, code: 'incident-file.not-found' },
      {
        what: 'that asks for an answer in another century',
        body: { categories: ['gate'], text: '核对放行单', answerBy: '2099-01-01T00:00:00Z' },
        status: 422,
        code: 'time.too-far-ahead',
      },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/incidents/:id/close`,
    roles: [...DESK, 'approver'],
    as: 'operator',
    ids: ({ handled }) => [handled.incidentId],
    unknown: 'incident-file.not-found',
    fields: { outcome: choice(), note: text(1000) },
    body: () => ({ note: '材料齐全' }),
    otherBody: { note: '另一意见' },
    status: 200,
    key: 'optional',
    edit: true,
    refused: ({ spare, closed, cancelled }) =>
      [spare, closed, cancelled].map(({ incidentId }, n) => ({
        what: ['an open incident', 'a closed incident', 'a cancelled incident'][n] ?? '',
        path: `${api}/incidents/${incidentId}/close`,
        status: 409,
        code: 'incident.not-handled',
      })),
  },
];
