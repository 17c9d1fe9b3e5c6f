import { TheftDetails } from './e101-property-theft.js';
import { defineIncidentType } from './incident-type.js';

/** 员工内盗/内外勾结. The safe contact travels beside the report, not among its details. */
export const insiderTheft = defineIncidentType({
  code: 'E102',
  key: 'insider_theft',
  name: { zh: '员工内盗/内外勾结', en: 'Theft by or with insiders' },
  kind: 'incident',
  group: 'property',
  apco: 'LARCENY',
  advice: {
    zh: '请勿声张、勿自行盘问，留存监控、出入库和审批记录。',
    en: 'Tell nobody and question nobody; keep camera, stock and approval records.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  caseKind: 'criminal',
  restricted: true,
  plan: { version: 1, atOnce: ['CID', 'PS', 'ECID'], inform: ['ISEC', 'LEG'] },
  details: TheftDetails,
  ask: ['lastSeenAt', 'cctv', 'accessControl', 'items'],
  complete: ['items', 'accessControl'],
  words: {
    内盗: 5,
    内鬼: 5,
    员工偷: 5,
    监守自盗: 5,
    仓管: 3,
    勾结: 4,
    自己人: 3,
    保管员: 3,
    员工: 2,
    偷: 2,
    夹带: 3,
    库存: 1,
    盘点: 2,
  },
});
