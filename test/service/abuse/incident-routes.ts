import { choice, cursor, form, required, text } from './fields.js';
import { CENTRE, DESK, OVERSEERS, type Route } from './routes.js';

const api = '/api/v1';
const page = { limit: form('0', '201', '1.5', 'x'), after: cursor() };

/** intake: incidents, catalogue. */
export const incidentRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${api}/incidents`,
    roles: ['enterprise_contact', 'machine', ...OVERSEERS],
    as: 'operator',
    query: { ...page, state: choice(), priority: choice(), type: form('e1'), enterpriseId: form('企业', 'x') },
    status: 200,
  },
  {
    method: 'GET',
    pattern: `${api}/incidents/:id`,
    roles: ['enterprise_contact', 'machine', ...OVERSEERS],
    as: 'operator',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident.not-found',
    status: 200,
    refused: ({ foreign }) => [
      {
        what: 'of another enterprise',
        as: 'enterprise',
        path: `${api}/incidents/${foreign.incidentId}`,
        status: 404,
        code: 'incident.not-found',
      },
      { what: 'of a colleague', as: 'colleague', status: 404, code: 'incident.not-found' },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/incidents/:id/regrade`,
    roles: DESK,
    as: 'chief',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident.not-found',
    fields: { priority: required(choice()), reason: required(text(500)) },
    body: () => ({ priority: 'P2', reason: '嫌疑人仍在现场' }),
    status: 200,
    key: 'optional',
    edit: true,
    refused: ({ closed }) => [
      {
        what: 'a closed incident',
        path: `${api}/incidents/${closed.incidentId}/regrade`,
        status: 409,
        code: 'incident.over',
      },
      { what: 'to what it is', body: { priority: 'P3', reason: 'x' }, status: 409, code: 'incident.same-priority' },
      {
        what: 'down by a dispatcher',
        as: 'operator',
        body: { priority: 'P4', reason: 'x' },
        status: 403,
        code: 'incident.lowering-needs-chief',
      },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/incidents/:id/cancel`,
    roles: DESK,
    as: 'chief',
    ids: ({ foreign }) => [foreign.incidentId],
    unknown: 'incident.not-found',
    fields: { reason: required(choice()), note: text(500) },
    body: () => ({ reason: 'false_report', note: '误触发' }),
    status: 200,
    key: 'optional',
    edit: true,
    refused: ({ closed, cancelled, handled, fresh }) => [
      {
        what: 'an incident that units have dealt with',
        path: `${api}/incidents/${handled.incidentId}/cancel`,
        status: 409,
        code: 'incident.under-way',
      },
      {
        what: 'an incident with a case',
        path: `${api}/incidents/${fresh.incidentId}/cancel`,
        status: 409,
        code: 'incident.has-case',
      },
      {
        what: 'a closed incident',
        path: `${api}/incidents/${closed.incidentId}/cancel`,
        status: 409,
        code: 'incident.over',
      },
      {
        what: 'a cancelled incident',
        path: `${api}/incidents/${cancelled.incidentId}/cancel`,
        status: 409,
        code: 'incident.over',
      },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/incidents/:id/release`,
    roles: CENTRE,
    as: 'operator',
    ids: ({ held }) => [held.incidentId],
    unknown: 'incident.not-found',
    fields: { note: text(500) },
    body: () => ({ note: '已回拨核实' }),
    status: 200,
    key: 'optional',
    edit: true,
    refused: ({ closed, fresh }) => [
      {
        what: 'a closed incident',
        path: `${api}/incidents/${closed.incidentId}/release`,
        status: 409,
        code: 'incident.over',
      },
      {
        what: 'one of which nothing is held',
        path: `${api}/incidents/${fresh.incidentId}/release`,
        status: 409,
        code: 'incident.not-held',
      },
    ],
  },
  { method: 'GET', pattern: `${api}/incident-types`, roles: 'signed-in', as: 'enterprise', status: 200 },
  {
    method: 'GET',
    pattern: `${api}/incident-types/suggestions`,
    roles: CENTRE,
    as: 'operator',
    query: { text: required(text(500)) },
    status: 200,
  },
  { method: 'GET', pattern: `${api}/jurisdictions`, roles: 'signed-in', as: 'enterprise', status: 200 },
];
