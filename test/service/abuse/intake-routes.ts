import { choice, choices, degrees, form, instant, int, object, required, text } from './fields.js';
import { CENTRE, NOBODY, OVERSEERS, type Route } from './routes.js';
import { theft } from './world.js';

const api = '/api/v1';
const uuid = form('x', `${NOBODY} `);

const report = {
  channel: choice(),
  type: required(form('e101', 'E1', 'E1011')),
  enterpriseId: uuid,
  enterpriseName: text(200),
  reporter: required(object({ name: required(text(60)), phone: form('x', '12'), noPhone: choice(), role: text(60) })),
  place: required(
    object({
      address: required(text(300)),
      longitude: degrees(),
      latitude: degrees(),
      zone: choice(),
    }),
  ),
  occurredFrom: instant(),
  occurredTo: instant(),
  receivedAt: instant(),
  narrative: required(text(5000)),
  flags: choices(),
  crowd: int(-1, 1_000_001),
  injured: int(-1, 1_000_001),
  estimatedLossFen: int(-1, 1e15 + 1),
  details: object({ storagePlace: text(500) }),
  relatesTo: uuid,
  safeContact: object({ account: required(form('a b')) }),
};
/** intake: reports. */
export const intakeRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: `${api}/reports`,
    roles: ['enterprise_contact', 'machine', ...CENTRE],
    as: 'operator',
    fields: report,
    body: () => ({ ...theft, details: {}, safeContact: { account: 'enterprise' } }),
    otherBody: { crowd: 3 },
    status: 201,
    key: 'optional',
    refused: ({ closed, fresh, foreign }) => [
      { what: 'a machine without key', as: 'panel', status: 400, code: 'idempotency.key-missing' },
      ...(['alarm_panel', 'api', 'phone'] as const).map((channel) => ({
        what: `an enterprise that claims to come by ${channel}`,
        as: 'enterprise',
        body: { ...theft, channel },
        status: 422,
        code: 'report.channel-not-yours',
      })),
      ...(['alarm_panel', 'portal'] as const).map((channel) => ({
        what: `an operator who claims to come by ${channel}`,
        body: { ...theft, channel },
        status: 422,
        code: 'report.channel-not-yours',
      })),
      {
        what: 'an enterprise that states when it came in',
        as: 'enterprise',
        body: { ...theft, receivedAt: new Date(Date.now() - 3_600_000).toISOString() },
        status: 422,
        code: 'report.received-not-wanted',
      },
      {
        what: 'with a safe contact of another enterprise',
        body: { ...theft, safeContact: { account: 'competitor' } },
        status: 422,
        code: 'safe-contact.unknown',
      },
      { what: 'for another enterprise', as: 'competitor', status: 403, code: 'report.foreign-enterprise' },
      {
        what: 'for an unknown enterprise',
        body: { ...theft, enterpriseId: NOBODY },
        status: 422,
        code: 'report.unknown-enterprise',
      },
      {
        what: 'no number and no reason',
        body: { ...theft, reporter: { name: '不愿透露姓名' } },
        status: 422,
        code: 'report.no-phone',
      },
      {
        what: 'half a point',
        body: { ...theft, place: { address: '示范园区创新路1号', longitude: 119.951 } },
        status: 422,
        code: 'report.half-a-point',
      },
      { what: 'unknown type', body: { ...theft, type: 'E998' }, status: 422, code: 'report.unknown-type' },
      { what: 'unknown detail', body: { ...theft, details: { colour: 'red' } }, status: 400, code: 'request.invalid' },
      {
        what: 'wrong detail',
        body: { ...theft, details: { items: [{ name: 7 }] } },
        status: 400,
        code: 'request.invalid',
      },
      {
        what: 'in the future',
        body: { ...theft, receivedAt: '2999-01-01T00:00:00Z' },
        status: 422,
        code: 'report.received-in-future',
      },
      {
        what: 'to a closed incident',
        body: { ...theft, relatesTo: closed.incidentId },
        status: 409,
        code: 'report.related-closed',
      },
      {
        what: 'to an unknown incident',
        body: { ...theft, relatesTo: NOBODY },
        status: 422,
        code: 'report.related-not-found',
      },
      {
        what: "to another enterprise's incident",
        as: 'enterprise',
        body: { ...theft, relatesTo: foreign.incidentId },
        status: 422,
        code: 'report.related-not-found',
      },
      {
        what: "to a colleague's incident",
        as: 'colleague',
        body: { ...theft, relatesTo: fresh.incidentId },
        status: 422,
        code: 'report.related-not-found',
      },
    ],
  },
  {
    method: 'GET',
    pattern: `${api}/reports/:id`,
    roles: ['enterprise_contact', 'machine', ...OVERSEERS],
    as: 'operator',
    ids: ({ fresh }) => [fresh.reportId],
    unknown: 'report.not-found',
    status: 200,
    refused: ({ foreign, handled }) => [
      {
        what: 'of another enterprise',
        as: 'enterprise',
        path: `${api}/reports/${foreign.reportId}`,
        status: 404,
        code: 'report.not-found',
      },
      { what: 'of a colleague', as: 'colleague', status: 404, code: 'report.not-found' },
      {
        what: 'of somebody else',
        as: 'panel',
        path: `${api}/reports/${handled.reportId}`,
        status: 404,
        code: 'report.not-found',
      },
    ],
  },
];
