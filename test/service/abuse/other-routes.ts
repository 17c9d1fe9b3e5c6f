import { SERVICES } from '#contracts';
import { testProfile } from '#testing';
import { choice, choices, cursor, form, instant, object, required, text, yesNo } from './fields.js';
import { CENTRE, NOBODY, type Route } from './routes.js';
import { PASSWORD } from './system.js';

const api = '/api/v1';
const page = { limit: form('0', '201', 'x'), after: cursor() };
const open = (pattern: string): Route => ({ method: 'GET', pattern, roles: 'everybody', status: 200 });
const account = { account: required(form('a', 'a b')), name: required(text(80)) };

const trails = SERVICES.map((service): Route => ({
  method: 'GET',
  pattern: `${api}/audit/${service}`,
  roles: ['audit_admin'],
  as: 'audit',
  query: {
    limit: form('0', '201', 'x'),
    after: cursor(),
    from: instant(),
    to: instant(),
    actor: text(80),
    act: text(80),
    subject: text(64),
    refused: form('yes', '1'),
  },
  status: 200,
  refused: () => [
    {
      what: 'for a year',
      path: `${api}/audit/${service}?from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
      as: 'audit',
      status: 400,
      code: 'audit.window-too-long',
    },
  ],
}));

/** identity and notifications, and what every service has. */
export const otherRoutes: readonly Route[] = [
  ...trails,
  {
    method: 'GET',
    pattern: `${api}/live`,
    roles: 'signed-in',
    as: 'operator',
    query: { lastEventId: text(2000), from: choice() },
    status: 200,
    endless: true,
    refused: () =>
      ['leader', 'admin', 'panel', 'clerk'].map((as) => ({
        what: `by ${as}, who has no feed`,
        as,
        status: 403,
        code: 'auth.role-missing',
      })),
  },
  {
    method: 'GET',
    pattern: `${api}/notices`,
    roles: [...CENTRE, 'enterprise_contact'],
    as: 'enterprise',
    query: { ...page, incidentId: form('x') },
    status: 200,
    refused: () => [
      { what: 'by an operator without incident', as: 'operator', status: 400, code: 'notice.incident-wanted' },
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/sessions`,
    roles: 'everybody',
    fields: { account: required(text(64)), password: required(text(200)), newPassword: text(200) },
    body: () => ({ account: 'clerk-of-nowhere', password: PASSWORD }),
    status: 401,
  },
  { method: 'GET', pattern: `${api}/sessions/current`, roles: 'signed-in', status: 200 },
  { method: 'POST', pattern: `${api}/sessions/current/use`, roles: 'signed-in', status: 204 },
  {
    method: 'POST',
    pattern: `${api}/passwords`,
    roles: 'everybody',
    fields: { secret: required(form('short', `${'a'.repeat(31)}.`)), password: required(text(200)) },
    body: () => ({ secret: 'a'.repeat(32), password: PASSWORD }),
    status: 422,
  },
  {
    method: 'POST',
    pattern: `${api}/setup`,
    roles: 'everybody',
    fields: {
      secret: required(form('short', `${'a'.repeat(31)}.`)),
      system: required(object(account)),
      security: required(object(account)),
      audit: required(object(account)),
    },
    body: () => ({
      secret: 'a'.repeat(32),
      system: { account: 'one', name: '甲' },
      security: { account: 'two', name: '乙' },
      audit: { account: 'three', name: '丙' },
    }),
    status: 409,
  },
  { method: 'DELETE', pattern: `${api}/sessions/current`, roles: 'signed-in', status: 204 },
  {
    method: 'POST',
    pattern: `${api}/accounts`,
    roles: ['sys_admin'],
    as: 'admin',
    fields: {
      ...account,
      roles: required(choices()),
      unitId: form('ps01'),
      enterpriseId: form('x', `${NOBODY}x`),
    },
    body: () => ({ account: 'new-one', name: '新人', roles: ['analyst'] }),
    otherBody: { name: '另一人' },
    status: 201,
    key: 'optional',
    refused: () => [
      {
        what: 'a taken name',
        body: { account: 'OPERATOR', name: 'x', roles: ['analyst'] },
        status: 409,
        code: 'account.taken',
      },
      {
        what: 'an administrator with other roles',
        body: { account: 'other', name: 'x', roles: ['sys_admin', 'officer'] },
        status: 422,
        code: 'account.roles-refused',
      },
      {
        what: 'an officer without unit',
        body: { account: 'other', name: 'x', roles: ['officer'] },
        status: 422,
        code: 'account.roles-refused',
      },
    ],
  },
  {
    method: 'GET',
    pattern: `${api}/accounts`,
    roles: ['sys_admin', 'sec_admin', 'audit_admin'],
    as: 'admin',
    query: page,
    status: 200,
  },
  {
    method: 'PATCH',
    pattern: `${api}/accounts/:id`,
    roles: ['sys_admin'],
    as: 'admin',
    ids: ({ accountId }) => [accountId],
    unknown: 'account.unknown',
    edit: true,
    fields: { name: text(80), disabled: yesNo(), roles: choices(), unitId: form('ps01') },
    body: () => ({ name: '改名' }),
    status: 200,
    refused: () => [
      {
        what: 'administrator and more',
        body: { roles: ['sys_admin', 'analyst'] },
        status: 422,
        code: 'account.roles-refused',
      },
    ],
  },
  ...['reset', 'unlock'].map((act): Route => ({
    method: 'POST',
    pattern: `${api}/accounts/:id/${act}`,
    roles: ['sys_admin'],
    as: 'admin',
    ids: ({ accountId }) => [accountId],
    unknown: 'account.unknown',
    edit: true,
    status: 200,
  })),
  ...['confirm', 'refuse'].map((act): Route => ({
    method: 'POST',
    pattern: `${api}/accounts/:id/${act}`,
    roles: ['sec_admin', 'audit_admin'],
    as: 'security',
    ids: ({ accountId }) => [accountId],
    unknown: 'account.unknown',
    edit: true,
    status: 409,
  })),
  open('/.well-known/jwks.json'),
  // For services in processes of their own.
  { ...open('/.well-known/ended-sessions'), status: testProfile() === 'cluster' ? 200 : 404 },
  open('/health/live'),
  open('/health/ready'),
  open('/metrics'),
  open('/api/docs'),
  { ...open('/api/docs/*'), status: 404 },
  { ...open('/api/docs/LICENSE'), status: 404 },
  ...['', 'swagger-ui-init.js', 'docs/swagger-ui-init.js', 'index.html', 'openapi.json', 'openapi.yaml'].map((name) =>
    open(`/api/docs/${name}`),
  ),
];
