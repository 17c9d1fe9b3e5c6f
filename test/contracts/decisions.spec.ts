import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

interface Operation {
  parameters: { name: string; required?: boolean }[];
}

/**
 * Requests that change something and name no version, and why. Everything else is a decision: it says which version it was
 * made on. Whoever adds a route decides here, or the version is demanded.
 */
const NO_DECISIONS: Readonly<Record<string, string>> = {
  'POST /sessions': 'signing in changes nothing that others decide about',
  'DELETE /sessions/current': 'signing out changes nothing that others decide about',
  'POST /sessions/current/use': 'says that somebody is there',
  'POST /passwords': 'a one-time secret works once, and the latest one alone',
  'POST /setup': 'a one-time secret works once, and the latest one alone',
  'POST /accounts': 'there is no earlier version of what is new',
  'POST /enterprises': 'there is no earlier version of what is new',
  'POST /reports': 'a call is taken whatever else is known',
  'POST /assignments/{id}/acknowledge': 'a fact of the unit, late and out of order',
  'POST /assignments/{id}/depart': 'a fact of the unit, late and out of order',
  'POST /assignments/{id}/arrive': 'a fact of the unit, late and out of order',
  'POST /assignments/{id}/start-work': 'a fact of the unit, late and out of order',
  'POST /assignments/{id}/feedback': 'a fact of the unit, late and out of order',
  'POST /assignments/{id}/complete': 'a fact of the unit, late and out of order',
  'POST /assignments/{id}/decline': 'a request of the unit; the desk decides about it',
  'POST /dispatches/{incidentId}/reinforcements':
    'one more unit takes nothing back that others decided, and must not wait',
  'POST /incident-files/{incidentId}/advice': 'words to the enterprise that stand beside what others say',
  'POST /cases/{caseId}/suspects': 'a fact of the scene',
  'POST /cases/{caseId}/suspects/{number}/caught': 'a fact of the scene',
  'POST /cases/{caseId}/ledger-entries': 'most are facts of the scene; the others are refused without a version (428)',
  'POST /proposals/{proposalId}/hand-over': 'what was handed over was handed over; returning it was decided before',
};

const document = JSON.parse(readFileSync(new URL('../../docs/api/qijing.openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const changes = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { parameters }]) =>
    method === 'get' ? [] : [{ route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`, parameters }],
  ),
);

describe('what changes something', () => {
  it.each(changes)('$route names the version that it was decided on, or decides nothing', ({ route, parameters }) => {
    const demanded = parameters.some(({ name, required }) => name === 'If-Match' && required === true);
    expect([route, demanded]).toEqual([route, NO_DECISIONS[route] === undefined]);
  });

  it('is listed as no decision only while it is there', () => {
    const routes = changes.map(({ route }) => route);
    expect(Object.keys(NO_DECISIONS).filter((route) => !routes.includes(route))).toEqual([]);
  });
});
