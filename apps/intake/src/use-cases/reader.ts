import { hasRole, type Caller } from '#platform';
import { answerTo, CENTRE, OVERSIGHT, type Act, type Role, type Standing } from '#contracts';
import type { IncidentRow } from '../outbound/database/incident.table.js';
import type { ReportRow } from '../outbound/database/report.table.js';

/** Roles that take and dispatch reports. */
export const OPERATORS: readonly Role[] = ['call_taker', 'dispatcher', 'duty_chief'];

/** Roles that may see every incident and directory entry: operators and those who answer for their work. */
export const OVERSEERS: readonly Role[] = [
  ...OPERATORS,
  'approver',
  'supervisor',
  'analyst',
  'eso_clerk',
  'follow_up_agent',
];

/** Roles that may have to call whoever reported; leaders and analysts need no telephone number. */
export const CALL_BACK: readonly Role[] = [...OPERATORS, 'approver', 'follow_up_agent'];

/** Roles that keep the enterprise directory. */
export const DIRECTORY_KEEPERS: readonly Role[] = [...OPERATORS, 'eso_clerk', 'liaison'];

/** Whether the caller reads the telephones of an enterprise's contacts: who calls them, keeps them, or is one of them. */
export const seesPhones = (caller: Caller): boolean =>
  hasRole(caller, ...CALL_BACK, ...DIRECTORY_KEEPERS, 'enterprise_contact');

/** Whether the caller reads of every incident that is not hidden from him; all others only what they filed themselves. */
export const seesAll = (caller: Caller): boolean => hasRole(caller, ...OVERSEERS);

/** Whether the caller reads of restricted incidents too: who only looks after enterprises does not. */
export const seesRestricted = (caller: Caller): boolean => hasRole(caller, ...CENTRE, ...OVERSIGHT);

/** Whether a caller who filed `filed` of the reports may do something with an incident. */
export const mayKnow = (act: Act, caller: Caller, incident: IncidentRow, filed: boolean): boolean =>
  (filed || seesAll(caller)) && answerTo(act, caller, standingOf(incident, caller, filed)) === 'allowed';

/** Bank accounts for the floor and for whoever told them; the others judge work or look after enterprises. */
export const accountsShown = (caller: Caller, { filedBy }: ReportRow): boolean =>
  filedBy === caller.accountId || hasRole(caller, ...CENTRE);

/** How an incident stands to a caller, as far as intake knows: its enterprise and who filed its reports. */
const standingOf = (incident: IncidentRow, caller: Caller, filed: boolean): Standing => ({
  restricted: incident.restricted,
  ...(incident.safeContact === caller.account.toLowerCase() && { safeContactId: caller.accountId }),
  ...(incident.enterpriseId !== undefined && { enterpriseId: incident.enterpriseId }),
  units: [],
  filedBy: filed ? [caller.accountId] : [],
  economicCase: false,
});
