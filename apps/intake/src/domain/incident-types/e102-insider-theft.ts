import { TheftDetails } from './e101-property-theft.js';
import { defineIncidentType } from './incident-type.js';

/** 员工内盗/内外勾结. The safe contact travels beside the report, not among its details. */
export const insiderTheft = defineIncidentType({
  code: 'E102',
  key: 'insider_theft',
  name: { zh: '员工内盗/内外勾结', en: 'Theft by or with insiders' },
  kind: 'incident',
  priority: 'P3',
  slaProfile: 'R3',
  caseKind: 'criminal',
  restricted: true,
  plan: { version: 1, atOnce: ['CID', 'PS', 'ECID'], inform: ['ISEC', 'LEG'] },
  details: TheftDetails,
});
