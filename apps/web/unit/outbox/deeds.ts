import { api, data, type Schemas } from '../../kit/api/client';

/** What a unit does, in the words of the routes that take it; `id` is the assignment's, for `ledger` the case's. */
export type Deed =
  | { readonly act: Milestone; readonly id: string; readonly body: Schemas['MilestoneRequest'] }
  | { readonly act: 'feedback'; readonly id: string; readonly body: Schemas['FeedbackRequest'] }
  | { readonly act: 'complete'; readonly id: string; readonly body: Schemas['CompleteRequest'] }
  | { readonly act: 'decline'; readonly id: string; readonly body: Schemas['DeclineRequest'] }
  | { readonly act: 'open-case'; readonly id: string; readonly body: Schemas['CaseOpeningBody'] }
  | { readonly act: 'ledger'; readonly id: string; readonly body: Schemas['LedgerEntryBody'] };

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
    case 'open-case':
      return void (await data(
        api.POST('/api/v1/incidents/{incidentId}/case', { params: { path: { incidentId: id }, header }, body }),
      ));
    case 'ledger':
      return void (await data(
        api.POST('/api/v1/cases/{caseId}/ledger-entries', { params: { path: { caseId: id }, header }, body }),
      ));
  }
}
