import { api, data, type Schemas } from '../../kit/api/client';

/** What a unit does, in the words of the routes that take it; `id` is the assignment's, for `ledger` the case's. */
export type Deed =
  | { readonly act: Milestone; readonly id: string; readonly body: Schemas['MilestoneRequest'] }
  | { readonly act: 'feedback'; readonly id: string; readonly body: Schemas['FeedbackRequest'] }
  | { readonly act: 'complete'; readonly id: string; readonly body: Schemas['CompleteRequest'] }
  | { readonly act: 'decline'; readonly id: string; readonly body: Schemas['DeclineRequest'] }
  | CaseDeed;

/** What an officer did about the case of an incident; `open-case` and `lift` name the incident, the others the case. */
type CaseDeed =
  | { readonly act: 'open-case'; readonly id: string; readonly body: Schemas['CaseOpeningBody'] }
  | { readonly act: 'lift'; readonly id: string; readonly body: Schemas['FileProposalBody'] }
  | { readonly act: 'case-move'; readonly id: string; readonly body: CaseStep }
  | { readonly act: 'propose'; readonly id: string; readonly body: Schemas['ProposalBody'] }
  | { readonly act: 'ledger'; readonly id: string; readonly body: Schemas['LedgerEntryBody'] };

/** A decision about a case that its officer makes alone. */
export interface CaseStep {
  readonly move: 'review' | 'accept' | 'investigate' | 'solve' | 'mediate' | 'mediation-failed' | 'ask-reconsideration';
  readonly basis?: string;
  readonly servedAt?: string;
  readonly occurredAt?: string;
}

export type Milestone = 'acknowledge' | 'depart' | 'arrive' | 'start-work';

/** Sends a deed; rejects with the `Problem` that the server answers. */
export async function send({ act, id, body }: Deed, key: string): Promise<void> {
  const header = { 'Idempotency-Key': key };
  const params = { path: { id }, header };
  switch (act) {
    case 'acknowledge':
      return void (await data(api.POST('/api/v1/assignments/{id}/acknowledge', { params, body })));
    case 'depart':
      return void (await data(api.POST('/api/v1/assignments/{id}/depart', { params, body })));
    case 'arrive':
      return void (await data(api.POST('/api/v1/assignments/{id}/arrive', { params, body })));
    case 'start-work':
      return void (await data(api.POST('/api/v1/assignments/{id}/start-work', { params, body })));
    case 'feedback':
      return void (await data(api.POST('/api/v1/assignments/{id}/feedback', { params, body })));
    case 'complete':
      return void (await data(api.POST('/api/v1/assignments/{id}/complete', { params, body })));
    case 'decline':
      return void (await data(api.POST('/api/v1/assignments/{id}/decline', { params, body })));
    default:
      return sendCase({ act, id, body } as CaseDeed, header);
  }
}

async function sendCase({ act, id, body }: CaseDeed, header: { 'Idempotency-Key': string }): Promise<void> {
  const params = { path: { caseId: id }, header };
  switch (act) {
    case 'open-case':
      return void (await data(
        api.POST('/api/v1/incidents/{incidentId}/case', { params: { path: { incidentId: id }, header }, body }),
      ));
    case 'lift':
      return void (await data(
        api.POST('/api/v1/incident-files/{incidentId}/proposals', {
          params: { path: { incidentId: id }, header },
          body,
        }),
      ));
    case 'case-move':
      return moveCase(id, body, header);
    case 'propose':
      return void (await data(api.POST('/api/v1/cases/{caseId}/proposals', { params, body })));
    case 'ledger':
      return void (await data(api.POST('/api/v1/cases/{caseId}/ledger-entries', { params, body })));
  }
}

async function moveCase(
  caseId: string,
  { move, servedAt, ...body }: CaseStep,
  header: { 'Idempotency-Key': string },
): Promise<void> {
  const params = { path: { caseId }, header };
  switch (move) {
    case 'review':
      return void (await data(api.POST('/api/v1/cases/{caseId}/review', { params, body })));
    case 'accept':
      return void (await data(api.POST('/api/v1/cases/{caseId}/accept', { params, body })));
    case 'investigate':
      return void (await data(api.POST('/api/v1/cases/{caseId}/investigate', { params, body })));
    case 'solve':
      return void (await data(api.POST('/api/v1/cases/{caseId}/solve', { params, body })));
    case 'mediate':
      return void (await data(api.POST('/api/v1/cases/{caseId}/mediate', { params, body })));
    case 'mediation-failed':
      return void (await data(api.POST('/api/v1/cases/{caseId}/mediation-failed', { params, body })));
    case 'ask-reconsideration':
      return void (await data(
        api.POST('/api/v1/cases/{caseId}/ask-reconsideration', { params, body: { ...body, servedAt } }),
      ));
  }
}
