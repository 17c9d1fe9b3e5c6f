import { choice, form, instant, int, required, text } from './fields.js';
import { CASE_READERS, NOBODY, type Attempt, type Route } from './routes.js';
import { assistOf, type Stage } from './stage.js';

const api = '/api/v1';
const uuid = form('x', `${NOBODY}x`);
const deciders = ['case_officer'] as const;

/** A decision about a case; `state` is a case in which it cannot be made. */
const move = (name: string, state: (stage: Stage) => string, more: Partial<Route> = {}): Route => ({
  method: 'POST',
  pattern: `${api}/cases/:id/${name}`,
  roles: deciders,
  as: 'PS02',
  ids: ({ fresh }) => [fresh.caseId],
  unknown: 'case.not-found',
  fields: { occurredAt: instant(), basis: text(2000) },
  body: () => ({ basis: '初查属实' }),
  otherBody: { basis: '另一依据' },
  status: 200,
  key: 'optional',
  edit: true,
  refused: (stage) => [
    ...strangers(`${name}`),
    { what: 'in a wrong state', path: `${api}/cases/${state(stage)}/${name}`, status: 409, code: 'case.wrong-state' },
  ],
  ...more,
});

const strangers = (name: string): Attempt[] => [
  { what: `${name} by another station`, as: 'PS01', status: 404, code: 'case.not-found' },
  {
    what: `${name} before the report`,
    body: { ...bodyOf(name), occurredAt: '2001-01-01T00:00:00Z' },
    status: 422,
    code: 'time.before-report',
  },
  {
    what: `${name} in the future`,
    body: { ...bodyOf(name), occurredAt: '2999-01-01T00:00:00Z' },
    status: 422,
    code: 'time.in-future',
  },
];
const bodyOf = (name: string): object => (name === 'ledger-entries' ? { kind: 'LOSS_REPORTED', amountFen: 100 } : {});
/** cases: cases, suspects, ledger. */
export const casesRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${api}/cases/:id`,
    roles: CASE_READERS,
    as: 'operator',
    ids: ({ fresh }) => [fresh.caseId],
    unknown: 'case.not-found',
    status: 200,
    refused: () => ['PS01', 'LEG01'].map((as) => ({ what: `by ${as}`, as, status: 404, code: 'case.not-found' })),
  },
  {
    method: 'POST',
    pattern: `${api}/incidents/:id/case`,
    roles: ['case_officer'],
    as: 'PS02',
    ids: ({ fresh }) => [fresh.incidentId],
    unknown: 'incident-file.not-found',
    fields: { occurredAt: instant(), kind: choice() },
    body: () => ({ kind: 'criminal' }),
    otherBody: { kind: 'administrative' },
    status: 201,
    key: 'optional',
    edit: true,
    refused: ({ fresh, cancelled }) => [
      { what: 'by another station', as: 'PS01', status: 404, code: 'incident-file.not-found' },
      { what: 'by a unit that assists', as: assistOf(fresh), status: 403, code: 'case.not-lead-unit' },
      {
        what: 'of another kind',
        path: `${api}/incidents/${fresh.incidentId}/case`,
        body: { kind: 'economic' },
        status: 409,
        code: 'case.already-open',
      },
      {
        what: 'of a cancelled incident',
        path: `${api}/incidents/${cancelled.incidentId}/case`,
        status: 403,
        code: 'case.not-lead-unit',
      },
    ],
  },
  move('review', ({ closed }) => closed.caseId),
  ...['accept', 'mediate', 'mediation-failed'].map((name) =>
    move(name, ({ closed }) => closed.caseId, {
      ids: ({ administrative }) => [administrative.caseId],
      refused: ({ closed }) => [
        ...strangers(name),
        {
          what: 'of a criminal case',
          path: `${api}/cases/${closed.caseId}/${name}`,
          status: 409,
          code: 'case.wrong-kind',
        },
      ],
    }),
  ),
  move('ask-reconsideration', ({ closed }) => closed.caseId, {
    ids: ({ notFiled }) => [notFiled.caseId],
    fields: { occurredAt: instant(), basis: text(2000), servedAt: instant() },
    body: () => ({ basis: '企业不服', servedAt: new Date(Date.now() - 60_000).toISOString() }),
    refused: ({ notFiled, closed }) => [
      ...strangers('ask-reconsideration'),
      {
        what: 'in a wrong state',
        path: `${api}/cases/${closed.caseId}/ask-reconsideration`,
        status: 409,
        code: 'case.wrong-state',
      },
      {
        what: 'eight days after the notice',
        path: `${api}/cases/${notFiled.caseId}/ask-reconsideration`,
        body: { basis: '企业不服', servedAt: '2022-05-21T00:00:00Z' },
        status: 409,
        code: 'case.asked-too-late',
      },
      {
        what: 'without saying when the notice arrived',
        path: `${api}/cases/${notFiled.caseId}/ask-reconsideration`,
        body: { basis: '企业不服' },
        status: 422,
        code: 'case.served-missing',
      },
    ],
  }),
  move('investigate', ({ closed }) => closed.caseId, { ids: ({ spare }) => [spare.caseId] }),
  {
    method: 'POST',
    pattern: `${api}/cases/:id/suspects`,
    roles: deciders,
    as: 'PS02',
    ids: ({ fresh }) => [fresh.caseId],
    unknown: 'case.not-found',
    fields: { occurredAt: instant(), state: choice() },
    body: () => ({ state: 'at_large' }),
    otherBody: { state: 'identified' },
    status: 201,
    key: 'optional',
    refused: () => strangers('suspects'),
  },
  {
    method: 'POST',
    pattern: `${api}/cases/:id/suspects/:id/caught`,
    roles: deciders,
    as: 'PS02',
    ids: ({ fresh }) => [fresh.caseId, '1'],
    unknown: 'case.not-found',
    fields: { occurredAt: instant() },
    body: () => ({}),
    status: 200,
    key: 'optional',
    refused: ({ closed }) => [
      { what: 'by another station', as: 'PS01', status: 404, code: 'case.not-found' },
      {
        what: 'twice',
        path: `${api}/cases/${closed.caseId}/suspects/1/caught`,
        status: 409,
        code: 'suspect.already-caught',
      },
      ...['0', '99', '-1', '99999999999999999999', '1e3'].map((n) => ({
        what: `number ${n}`,
        path: `${api}/cases/${closed.caseId}/suspects/${n}/caught`,
        status: 404,
        code: 'suspect.not-found',
      })),
      ...['x', '1.5x', '0x1z'].map((n) => ({
        what: `number ${n}`,
        path: `${api}/cases/${closed.caseId}/suspects/${n}/caught`,
        status: 400,
        code: 'request.invalid',
      })),
    ],
  },
  {
    method: 'POST',
    pattern: `${api}/cases/:id/ledger-entries`,
    roles: deciders,
    as: 'PS02',
    ids: ({ fresh }) => [fresh.caseId],
    unknown: 'case.not-found',
    fields: {
      occurredAt: instant(),
      kind: required(choice()),
      amountFen: required(int(2 ** 53)),
      holding: text(40),
      reverses: uuid,
      method: text(200),
      approvalRef: text(120),
      exceptionCode: text(60),
      note: text(1000),
    },
    body: () => ({ kind: 'LOSS_VERIFIED', amountFen: 100_000, method: '价格认定' }),
    otherBody: { amountFen: 100_001 },
    status: 201,
    key: 'optional',
    edit: 'some',
    refused: ({ handled }) => [
      ...strangers('ledger-entries'),
      ...(['RETURNED', 'FROZEN', 'LOSS_ADJUSTED'] as const).map((kind) => ({
        what: `${kind} by one account`,
        body: { kind, amountFen: 5, holding: 'a', approvalRef: '随便写' },
        status: 409,
        code: 'ledger.approval-needed',
      })),
      {
        what: 'a seizure before filing',
        path: `${api}/cases/${handled.caseId}/ledger-entries`,
        body: { kind: 'SEIZED', amountFen: 5, holding: 'a' },
        status: 409,
        code: 'ledger.case-not-filed',
      },
      {
        what: 'a reversal of nothing',
        body: { kind: 'REVERSAL', amountFen: 5, reverses: NOBODY, note: 'x' },
        status: 404,
        code: 'ledger.entry-not-found',
      },
    ],
  },
  move('solve', ({ closed }) => closed.caseId, { ids: ({ spare }) => [spare.caseId] }),
];
