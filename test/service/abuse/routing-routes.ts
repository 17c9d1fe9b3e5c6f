import { choice, cursor, degrees, form, instant, int, required, text, yesNo } from './fields.js';
import { CENTRE, DESK, NOBODY, type Attempt, type Route } from './routes.js';
import type { Stage } from './stage.js';
import type { Incident } from './world.js';

const api = '/api/v1';
const page = { limit: form('0', '201', 'x'), after: cursor() };
const of = ({ assignments }: Incident, unit: string): string => assignments[unit] ?? NOBODY;
const act = (incident: Incident, unit: string, name: string): string =>
  `${api}/assignments/${of(incident, unit)}/${name}`;

/** What every act of a unit must refuse: other stations, recalled assignments, times that cannot be. */
const refusedActs =
  (name: string, body: object, timed = true) =>
  (stage: Stage): Attempt[] => [
    { what: 'by another station', as: 'PS01', status: 404, code: 'assignment.not-found' },
    { what: 'by a partner', as: 'X120', status: 404, code: 'assignment.not-found' },
    { what: 'by another unit of the incident', as: 'CID02', status: 404, code: 'assignment.not-found' },
    { what: 'when recalled', path: act(stage.cancelled, 'PS02', name), status: 409, code: 'assignment.wrong-state' },
    ...(timed
      ? [
          {
            what: 'in the future',
            body: { ...body, occurredAt: '2999-01-01T00:00:00Z' },
            status: 422,
            code: 'assignment.time-out-of-range',
          },
          {
            what: 'before it was issued',
            body: { ...body, occurredAt: '2001-01-01T00:00:00Z' },
            status: 422,
            code: 'assignment.time-out-of-range',
          },
        ]
      : []),
  ];

const phone = (name: string, more: Partial<Route> = {}): Route => ({
  method: 'POST',
  pattern: `${api}/assignments/:id/${name}`,
  roles: ['officer', 'partner_user', ...DESK],
  as: 'PS02',
  ids: ({ fresh }) => [of(fresh, 'PS02')],
  unknown: 'assignment.not-found',
  fields: { occurredAt: instant() },
  body: () => ({}),
  otherBody: { occurredAt: new Date(Date.now() + 30_000).toISOString() },
  status: 200,
  key: 'required',
  refused: refusedActs(name, {}),
  ...more,
});

/** routing: units, dispatches, assignments. */
export const routingRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${api}/units`,
    roles: [...CENTRE, 'supervisor', 'analyst', 'officer'],
    as: 'operator',
    query: { ...page, discipline: choice(), duty: choice() },
    status: 200,
  },
  {
    method: 'GET',
    pattern: `${api}/units/:id`,
    roles: [...CENTRE, 'supervisor', 'analyst', 'officer'],
    as: 'PS02',
    ids: () => ['PS02'],
    unknown: 'unit.not-found',
    status: 200,
    refused: () => [
      { what: 'another station', as: 'PS01', status: 404, code: 'unit.not-found' },
      {
        what: 'the same in lower case',
        as: 'operator',
        path: `${api}/units/ps02`,
        status: 404,
        code: 'unit.not-found',
      },
      {
        what: 'with a trailing blank',
        as: 'operator',
        path: `${api}/units/PS02%20`,
        status: 404,
        code: 'route.not-found',
      },
    ],
  },
  {
    method: 'PATCH',
    pattern: `${api}/units/:id`,
    roles: ['officer', ...DESK],
    as: 'PS02',
    ids: () => ['PS02'],
    unknown: 'unit.not-found',
    edit: true,
    fields: { duty: choice(), longitude: degrees(), latitude: degrees() },
    body: () => ({ longitude: 119.9751 }),
    status: 200,
    refused: () => [{ what: 'another station', as: 'PS01', status: 404, code: 'unit.not-found' }],
  },
  {
    method: 'GET',
    pattern: `${api}/dispatches/:id`,
    roles: [...CENTRE, 'supervisor', 'officer'],
    as: 'operator',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'dispatch.not-found',
    status: 200,
    refused: () => [{ what: 'by a unit without part in it', as: 'PS01', status: 404, code: 'dispatch.not-found' }],
  },
  {
    method: 'POST',
    pattern: `${api}/dispatches/:id/reinforcements`,
    roles: DESK,
    as: 'operator',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'dispatch.not-found',
    fields: { discipline: required(choice()) },
    body: () => ({ discipline: 'PAT' }),
    otherBody: { discipline: 'TRF' },
    status: 201,
    key: 'optional',
    refused: ({ closed, cancelled }) => [
      {
        what: 'to a closed incident',
        path: `${api}/dispatches/${closed.incidentId}/reinforcements`,
        status: 409,
        code: 'dispatch.over',
      },
      {
        what: 'to a cancelled incident',
        path: `${api}/dispatches/${cancelled.incidentId}/reinforcements`,
        status: 409,
        code: 'dispatch.over',
      },
      {
        what: 'of a discipline whose only unit goes already',
        body: { discipline: 'AST' },
        status: 409,
        code: 'dispatch.nobody-available',
      },
    ],
  },
  {
    method: 'GET',
    pattern: `${api}/assignments`,
    roles: ['officer', 'partner_user', ...DESK],
    as: 'PS02',
    query: { ...page, unit: required(form('企业')), show: choice() },
    status: 200,
    refused: () => [
      { what: 'of another station', path: `${api}/assignments?unit=PS01`, status: 404, code: 'unit.not-found' },
    ],
  },
  phone('acknowledge'),
  phone('depart'),
  phone('arrive'),
  phone('start-work'),
  phone('feedback', {
    ids: ({ spare }) => [of(spare, 'PS02')],
    fields: {
      occurredAt: instant(),
      text: required(text(4000)),
      suspectsCaught: int(-1, 1001),
      insiderSuspected: yesNo(),
    },
    body: () => ({ text: '现场已封控' }),
    otherBody: { text: '另一内容' },
    refused: refusedActs('feedback', { text: 'x' }),
  }),
  phone('decline', {
    roles: ['officer', 'partner_user'],
    as: 'CID02',
    ids: ({ spare }) => [of(spare, 'CID02')],
    fields: { reason: required(choice()), note: text(500) },
    body: () => ({ reason: 'engaged', note: '正在处置' }),
    otherBody: { reason: 'equipment' },
    refused: (stage) => [
      { what: 'by another unit', as: 'CID01', status: 404, code: 'assignment.not-found' },
      {
        what: 'when completed',
        path: act(stage.closed, 'CID02', 'decline'),
        status: 409,
        code: 'assignment.wrong-state',
      },
      {
        what: 'when recalled',
        path: act(stage.cancelled, 'CID02', 'decline'),
        status: 409,
        code: 'assignment.wrong-state',
      },
    ],
  }),
  ...(['approve-decline', 'reject-decline'] as const).map((name): Route => ({
    method: 'POST',
    pattern: `${api}/assignments/:id/${name}`,
    roles: DESK,
    as: 'operator',
    ids: ({ spare }) => [of(spare, name === 'approve-decline' ? 'CID02' : 'AST01')],
    unknown: 'assignment.not-found',
    status: 200,
    key: 'optional',
    edit: true,
    refused: (stage) => [
      {
        what: 'that nobody asked for',
        path: act(stage.fresh, 'AST01', name),
        status: 409,
        code: 'assignment.wrong-state',
      },
      {
        what: 'of a completed one',
        path: act(stage.closed, 'PS02', name),
        status: 409,
        code: 'assignment.wrong-state',
      },
    ],
  })),
  phone('complete', {
    ids: ({ spare }) => [of(spare, 'PS02')],
    fields: { occurredAt: instant(), text: required(text(4000)), outcome: choice(), releaseAssists: yesNo() },
    body: () => ({ text: '处置完毕', outcome: 'CASE_REGISTERED', releaseAssists: true }),
    otherBody: { text: '另一内容' },
    refused: (stage) => [
      ...refusedActs('complete', { text: 'x', outcome: 'GONE', releaseAssists: true }, false)(stage),
      { what: 'twice', path: act(stage.closed, 'PS02', 'complete'), status: 409, code: 'assignment.wrong-state' },
      { what: 'by the lead without outcome', body: { text: 'x' }, status: 422, code: 'assignment.outcome-required' },
      {
        what: 'by an assist with outcome',
        as: 'AST01',
        path: act(stage.fresh, 'AST01', 'complete'),
        status: 409,
        code: 'assignment.wrong-state',
      },
    ],
  }),
  {
    method: 'GET',
    pattern: `${api}/response-plans`,
    roles: [...DESK, 'supervisor', 'analyst'],
    as: 'leader',
    status: 200,
  },
];
