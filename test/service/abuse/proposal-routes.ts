import { choice, cursor, form, instant, int, object, required, text, yesNo } from './fields.js';
import type { Route } from './routes.js';
import { assistOf, type Stage } from './stage.js';

const api = '/api/v1';

/** A step of a proposal: made by who is named, of a proposal that waits for it. */
const step = (
  name: string,
  role: 'legal_reviewer' | 'approver' | 'property_custodian',
  as: string,
  id: (stage: Stage) => string,
  more: Pick<Route, 'fields' | 'body' | 'otherBody'>,
): Route => ({
  method: 'POST',
  pattern: `${api}/proposals/:id/${name}`,
  roles: [role],
  as,
  ids: (stage) => [id(stage)],
  unknown: 'proposal.not-found',
  status: 200,
  key: 'optional',
  // What was handed over was handed over: a fact, taken on any version.
  ...(name !== 'hand-over' && { edit: true }),
  refused: ({ proposals }) => [
    {
      what: 'out of turn',
      path: `${api}/proposals/${name === 'hand-over' ? proposals.unpaid : proposals.done}/${name}`,
      // Legal review does not even see what does not need it.
      ...(name === 'opinion'
        ? { status: 404, code: 'proposal.not-found' }
        : { status: 409, code: 'proposal.wrong-state' }),
    },
  ],
  ...more,
});

/** cases: proposals, and what others do with them. */
export const proposalRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: `${api}/proposals`,
    roles: ['legal_reviewer', 'approver', 'property_custodian'],
    as: 'director',
    query: { limit: form('0', '201', 'x'), after: cursor() },
    status: 200,
  },
  {
    method: 'POST',
    pattern: `${api}/cases/:id/proposals`,
    roles: ['case_officer', 'legal_reviewer'],
    as: 'PS02',
    ids: ({ handled }) => [handled.caseId],
    unknown: 'case.not-found',
    fields: {
      occurredAt: instant(),
      act: required(choice()),
      basis: required(text(2000)),
      disputed: yesNo(),
      entry: object({ amountFen: required(int(2 ** 53)), holding: text(40), note: text(1000) }),
    },
    body: () => ({ act: 'adjust_loss', basis: '复核发票', entry: { amountFen: 100 } }),
    otherBody: { basis: '另一依据' },
    status: 201,
    key: 'optional',
    edit: true,
    refused: ({ handled, closed, fresh }) => [
      { what: 'by another station', as: 'PS01', status: 404, code: 'case.not-found' },
      {
        what: 'a filing of what is not reviewed',
        path: `${api}/cases/${handled.caseId}/proposals`,
        body: { act: 'file', basis: 'x' },
        status: 409,
        code: 'case.wrong-state',
      },
      {
        what: 'what waits already',
        path: `${api}/cases/${closed.caseId}/proposals`,
        body: { act: 'not_file', basis: 'x' },
        status: 409,
        code: 'proposal.pending',
      },
      {
        what: 'a filing by a unit that assists',
        as: assistOf(fresh),
        path: `${api}/cases/${fresh.caseId}/proposals`,
        body: { act: 'file', basis: 'x' },
        status: 403,
        code: 'case.not-lead-unit',
      },
      {
        what: 'a return without saying of what',
        body: { act: 'return', basis: 'x' },
        status: 422,
        code: 'proposal.entry-missing',
      },
      {
        what: 'a return of nothing',
        body: { act: 'return', basis: 'x', entry: { amountFen: 5, holding: 'nothing' } },
        status: 409,
        code: 'ledger.holding-unknown',
      },
      {
        what: 'a freeze before filing',
        body: { act: 'freeze', basis: 'x', entry: { amountFen: 5, holding: 'a' } },
        status: 409,
        code: 'ledger.loss-covered',
      },
    ],
  },
  step('opinion', 'legal_reviewer', 'legal', ({ proposals }) => proposals.legal, {
    fields: { agree: required(yesNo()), note: text(1000) },
    body: () => ({ agree: true, note: '同意' }),
    otherBody: { note: '另一意见' },
  }),
  step('approve', 'approver', 'director', ({ proposals }) => proposals.approve, {
    fields: { note: text(1000) },
    body: () => ({ note: '同意' }),
    otherBody: { note: '另一意见' },
  }),
  step('reject', 'approver', 'director', ({ proposals }) => proposals.reject, {
    fields: { reason: required(text(1000)) },
    body: () => ({ reason: '补充证据' }),
    otherBody: { reason: '另一理由' },
  }),
  step('hand-over', 'property_custodian', 'custodian', ({ proposals }) => proposals.handOver, {
    fields: { collector: required(text(1000)) },
    body: () => ({ collector: '企业代理人' }),
    otherBody: { collector: '另一人' },
  }),
];
