import { api, type Schemas } from '../../kit/api/client';
import type { Basis } from '../../kit/decisions/basis';
import type { ActForm, DecisionHeader, FormValues } from './act-form';

type Waiting = NonNullable<Schemas['FiledProposal']['waitsFor']>;
type Proposal = Pick<Schemas['FiledProposal'], 'proposalId' | 'waitsFor'>;

/** A step that may be taken of a proposal: its name, and the form of it. */
export interface ProposalOffer {
  readonly name: 'agree' | 'sendBack' | 'approve' | 'reject' | 'handOver';
  make(proposal: Proposal, basis: Basis): ActForm;
}

const note = (label: string, required = false) =>
  ({ name: 'note', label, kind: 'text', required, maxLength: 1000 }) as const;
const wordsOf = ({ note: words }: FormValues): string | undefined => (words === undefined ? undefined : String(words));
const params = (proposalId: string, header: DecisionHeader) => ({ path: { proposalId }, header });

const opinion = (agree: boolean, title: string): ProposalOffer['make'] => {
  return ({ proposalId }, basis) => ({
    title,
    basis,
    fields: [note('form.opinion', !agree)],
    values: { note: '' },
    send: (values, header) =>
      api.POST('/api/v1/proposals/{proposalId}/opinion', {
        params: params(proposalId, header),
        body: { agree, ...(wordsOf(values) !== undefined && { note: wordsOf(values) }) },
      }),
  });
};

/** What each role does with what waits for it; the server decides again. */
export const PROPOSAL_OFFERS: Readonly<Record<Waiting, readonly ProposalOffer[]>> = {
  legal_reviewer: [
    { name: 'agree', make: opinion(true, 'act.agree') },
    { name: 'sendBack', make: opinion(false, 'act.sendBack') },
  ],
  approver: [
    {
      name: 'approve',
      make: ({ proposalId }, basis) => ({
        title: 'act.approve',
        basis,
        fields: [note('form.opinion')],
        values: { note: '' },
        send: (values, header) =>
          api.POST('/api/v1/proposals/{proposalId}/approve', {
            params: params(proposalId, header),
            body: wordsOf(values) === undefined ? {} : { note: wordsOf(values) },
          }),
      }),
    },
    {
      name: 'reject',
      make: ({ proposalId }, basis) => ({
        title: 'act.reject',
        basis,
        fields: [note('form.reason', true)],
        values: { note: '' },
        send: (values, header) =>
          api.POST('/api/v1/proposals/{proposalId}/reject', {
            params: params(proposalId, header),
            body: { reason: wordsOf(values) ?? '' },
          }),
      }),
    },
  ],
  property_custodian: [
    {
      name: 'handOver',
      make: ({ proposalId }) => ({
        title: 'act.handOver',
        fields: [note('form.collector', true)],
        values: { note: '' },
        send: (values, header) =>
          api.POST('/api/v1/proposals/{proposalId}/hand-over', {
            params: params(proposalId, header),
            body: { collector: wordsOf(values) ?? '' },
          }),
      }),
    },
  ],
};

/** What legal review proposes about a refusal that is reconsidered. */
export const RECONSIDERATION_OFFERS = (['uphold', 'overturn', 'extend'] as const).map((act) => ({
  act,
  make: (caseId: string, basedOn: Basis): ActForm => ({
    title: `proposedAct.${act}`,
    basis: basedOn,
    fields: [{ name: 'basis', label: 'form.basis', kind: 'text', required: true, maxLength: 2000 }],
    values: { basis: '' },
    send: ({ basis }, header) =>
      api.POST('/api/v1/cases/{caseId}/proposals', {
        params: { path: { caseId }, header },
        body: { act, basis: String(basis) },
      }),
  }),
}));
