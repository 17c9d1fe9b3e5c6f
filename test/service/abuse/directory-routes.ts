import { cursor, degrees, form, list, object, required, text } from './fields.js';
import { CENTRE, OVERSEERS, type Route } from './routes.js';
import { theft } from './world.js';

const api = '/api/v1';
const page = { limit: form('0', '201', '1.5', 'x'), after: cursor() };
const enterprise = {
  uscc: text(40),
  usccOverride: text(200),
  tags: list(),
  address: text(300),
  position: object({ longitude: required(degrees()), latitude: required(degrees()) }),
  contacts: list(),
  liaison: form('a b'),
};
const name = text(200);
const keepers = [...CENTRE, 'eso_clerk', 'liaison'] as const;

/** intake: the enterprise directory. */
export const directoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${api}/enterprises`,
    roles: ['enterprise_contact', 'liaison', ...OVERSEERS],
    as: 'operator',
    query: { ...page, search: text(100) },
    status: 200,
  },
  {
    method: 'GET',
    pattern: `${api}/enterprises/:id`,
    roles: ['enterprise_contact', 'liaison', ...OVERSEERS],
    as: 'operator',
    ids: () => [theft.enterpriseId],
    unknown: 'enterprise.not-found',
    status: 200,
    refused: () => [{ what: 'of others', as: 'competitor', status: 404, code: 'enterprise.not-found' }],
  },
  {
    method: 'GET',
    pattern: `${api}/enterprises/:id/contacts`,
    roles: CENTRE,
    as: 'operator',
    ids: () => [theft.enterpriseId],
    unknown: 'enterprise.not-found',
    query: page,
    status: 200,
  },
  {
    method: 'POST',
    pattern: `${api}/enterprises`,
    roles: keepers,
    as: 'clerk',
    fields: { ...enterprise, name: required(name) },
    body: () => ({
      name: '新登记示范企业',
      tags: ['key'],
      contacts: [],
      position: { longitude: 119.95, latitude: 31.7 },
    }),
    otherBody: { name: '另一示范企业' },
    status: 201,
    key: 'optional',
    refused: () => [
      {
        what: 'a taken code',
        body: { name: '甲', uscc: '91320412MA0000015L' },
        status: 409,
        code: 'enterprise.uscc-taken',
      },
      {
        what: 'a wrong check digit',
        body: { name: '甲', uscc: '91320412MA0000015A' },
        status: 422,
        code: 'enterprise.uscc-checksum',
      },
      {
        what: 'a malformed code',
        body: { name: '甲', uscc: 'I'.repeat(18) },
        status: 422,
        code: 'enterprise.uscc-malformed',
      },
      {
        what: 'a wrong contact',
        body: { name: '甲', contacts: [{ name: '王', phone: 'x' }] },
        status: 400,
        code: 'request.invalid',
      },
    ],
  },
  {
    method: 'PATCH',
    pattern: `${api}/enterprises/:id`,
    roles: keepers,
    as: 'clerk',
    ids: () => [theft.enterpriseId],
    unknown: 'enterprise.not-found',
    edit: true,
    fields: { ...enterprise, name },
    body: () => ({ address: '示范园区创新路2号', position: { longitude: 119.951, latitude: 31.701 } }),
    status: 200,
    refused: () => [
      { what: 'a taken code', body: { uscc: '91320412MA0000023F' }, status: 409, code: 'enterprise.uscc-taken' },
    ],
  },
];
