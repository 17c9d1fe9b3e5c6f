import { FenField, InstantField, ListField, NumberField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';

/** One kind of thing that was stolen. */
export class StolenItem {
  @TextField('名称', 'Name', { required: true, max: 200 }) name!: string;
  @NumberField('数量', 'Quantity') quantity?: number;
  @TextField('单位', 'Unit of quantity', { max: 20 }) unit?: string;
  @FenField('价值（分）', 'Value (fen)') valueFen?: number;
  @TextField('序列号', 'Serial number', { max: 100 }) serial?: string;
}

/** What a theft report may add. */
export class TheftDetails {
  @ListField('被盗物品', 'Stolen items', StolenItem) items?: StolenItem[];
  @TextField('存放位置', 'Where it was kept', {
    advice: { zh: '请让人守在外面，不要进去清点。', en: 'Have somebody stand outside; do not go in to count.' },
  })
  storagePlace?: string;
  @TextField('门禁与值守', 'Access control') accessControl?: string;
  @YesNoField('是否有监控', 'Covered by cameras', {
    advice: { zh: '请立即导出或锁定录像，以免被覆盖。', en: 'Save the recordings now, before they are overwritten.' },
  })
  cctv?: boolean;
  @InstantField('最后见到时间', 'Last seen') lastSeenAt?: string;
}

/** 企业财物被盗. */
export const propertyTheft = defineIncidentType({
  code: 'E101',
  key: 'property_theft',
  name: { zh: '企业财物被盗', en: 'Theft from an enterprise' },
  kind: 'incident',
  group: 'property',
  apco: 'LARCENY',
  advice: {
    zh: '请保护现场，勿翻动、清扫，留存监控录像和出入登记。',
    en: 'Leave everything as it is; keep camera recordings and entry logs.',
  },
  priority: 'P3',
  slaProfile: 'R3',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['PS', 'CID', 'AST'], inform: ['ISEC'] },
  details: TheftDetails,
  ask: ['lastSeenAt', 'cctv', 'storagePlace', 'items'],
  complete: ['items', 'storagePlace'],
  words: {
    被盗: 4,
    失窃: 4,
    偷: 3,
    盗窃: 4,
    小偷: 3,
    不见了: 2,
    撬: 3,
    仓库: 1,
    电缆: 2,
    铜: 1,
    丢了: 1,
    贼: 3,
    芯片: 1,
    电池: 1,
  },
});
