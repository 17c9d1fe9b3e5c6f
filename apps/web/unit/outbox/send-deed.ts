import { api, data } from '../../kit/api/client';
import { tagOf } from '../../kit/decisions/basis';
import { isDecision, type CaseStep, type Decision, type Deed } from './deeds';

/** Sends a deed; rejects with the `Problem` that the server answers. */
export async function send(deed: Deed, key: string): Promise<void> {
  if (isDecision(deed)) return decide(deed, key);
  const { act, id, body } = deed;
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
  }
}

/** A decision that was kept by a release that knew no versions names none that ever was: it comes back to be looked at. */
const NEVER = 0;

async function decide({ act, id, body, on }: Decision, key: string): Promise<void> {
  const header = { 'Idempotency-Key': key, 'If-Match': tagOf({ version: on?.version ?? NEVER }) };
  const params = { path: { caseId: id }, header };
  switch (act) {
    case 'open-case':
      return void (await data(
        api.POST('/api/v1/incidents/{incidentId}/case', { params: { path: { incidentId: id }, header }, body }),
      ));
    case 'restrict':
      return void (await data(
        api.POST('/api/v1/incident-files/{incidentId}/restrict', {
          params: { path: { incidentId: id }, header },
          body,
        }),
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
  header: { 'Idempotency-Key': string; 'If-Match': string },
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
