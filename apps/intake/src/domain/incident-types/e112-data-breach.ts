import { ChoiceField, TextField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { ongoingLeak } from './shared.js';

/** What a report of a breach may add. */
export class DataBreachDetails {
  @YesNoField('是否仍在泄露', 'Still leaking', {
    advice: { zh: '请先收回权限、关闭接口，保留日志。', en: 'Withdraw access and close interfaces; keep the logs.' },
  })
  ongoing?: boolean;
  @ChoiceField('数据类别', 'Kind of data', {
    personal: ['个人信息', 'Personal data'],
    customer: ['客户数据', 'Customers'],
    staff: ['员工数据', 'Staff'],
    business: ['经营数据', 'Business'],
    other: ['其他', 'Other'],
  })
  dataKind?: string;
  @ChoiceField('涉及条数', 'Records', {
    hundreds: ['千条以下', 'Below 1,000'],
    thousands: ['千条至万条', '1,000 to 10,000'],
    more: ['万条以上', 'Above 10,000'],
    unknown: ['不清楚', 'Unknown'],
  })
  countRange?: string;
  @TextField('泄露来源', 'Where it leaked', { max: 300 }) source?: string;
}

/** 数据泄露/侵犯公民个人信息. */
export const dataBreach = defineIncidentType({
  code: 'E112',
  key: 'data_breach',
  name: { zh: '数据泄露/侵犯公民个人信息', en: 'Data breach or misuse of personal data' },
  kind: 'incident',
  group: 'cyber',
  apco: 'INTERNET',
  advice: {
    zh: '请立即收回权限、保留日志，不要自行删除或联系买卖数据的人。',
    en: 'Withdraw access and keep the logs; delete nothing and do not contact anybody who sells the data.',
  },
  priority: 'P3',
  slaProfile: 'RC',
  caseKind: 'criminal',
  plan: { version: 1, atOnce: ['CYB', 'PS'], inform: [] },
  escalations: [ongoingLeak({ zh: '数据仍在泄露', en: 'Data is still leaking' })],
  details: DataBreachDetails,
  ask: ['ongoing', 'dataKind', 'countRange', 'source'],
  complete: ['dataKind', 'countRange', 'source'],
  words: {
    数据泄露: 7,
    个人信息: 6,
    泄露: 3,
    客户信息: 5,
    客户资料: 4,
    身份证: 3,
    倒卖: 4,
    被卖: 3,
    数据: 2,
    爬取: 4,
    手机号: 2,
  },
});
