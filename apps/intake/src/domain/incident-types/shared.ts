import { FenField, InstantField, NumberField, TextField } from './fields.js';
import type { Escalation } from './incident-type.js';

/** What several types say in the same words, once. */

/** Number of the project: whoever looks after projects is told. */
export const ProjectId = () =>
  TextField('项目名称或编号', 'Project (name or number)', {
    max: 100,
    advice: {
      zh: '若是重点项目，请报项目名称或编号。',
      en: 'If it is a registered project, give its name or number.',
    },
  });

/** What people have in their hands. */
export const Weapons = () =>
  TextField('凶器或工具', 'Weapons or tools', {
    max: 200,
    advice: {
      zh: '对方持械时请立即退到能锁门的房间。',
      en: 'If they are armed, withdraw at once to a room that locks.',
    },
  });

/** What substance it is. */
export const Substance = () =>
  TextField('物质名称', 'Substance', {
    max: 200,
    advice: {
      zh: '请报出包装或安全技术说明书上的名称，不要靠近查看。',
      en: 'Read its name from the papers; do not go near to look.',
    },
  });

/** How much of it. */
export const Quantity = () => TextField('数量', 'Quantity', { max: 100 });

/** What those who gather, or block, want. */
export const Appeal = () =>
  TextField('诉求', 'What they demand', {
    max: 500,
    advice: {
      zh: '请先听、先记，不争辩、不承诺。',
      en: 'Listen and write it down; do not argue and promise nothing.',
    },
  });

/** Number of vehicles. */
export const Vehicles = () => NumberField('车辆数', 'Vehicles');

/** What is carried. */
export const Cargo = () => TextField('货物', 'Cargo', { max: 200 });

/** Who stands on the other side. */
export const Counterparty = () =>
  TextField('对方名称（统一社会信用代码）', 'Other party (name or credit code)', { max: 200 });

/** Contract that it is about. */
export const Contract = () => TextField('合同名称或编号', 'Contract (name or number)', { max: 200 });

/** Amount that it is about. */
export const Amount = () => FenField('涉及金额（分）', 'Amount (fen)');

/** When it began. */
export const StartedAt = () => InstantField('开始时间', 'Began at');

/** When somebody of an enterprise would like to be served; it may lie ahead. */
export const WishedAt = () => InstantField('希望办理时间', 'Wished for', { ahead: true });

/** What somebody of an enterprise wants to have done. */
export const Request = () => TextField('具体需求', 'What is needed', { max: 500 });

/** Data or a secret goes on leaking. */
export const ongoingLeak = (reason: Escalation['reason']): Escalation => ({
  rule: 'ongoing-leak',
  to: 'P2',
  reason,
  when: ({ flags, details }) => flags.includes('ongoing_leak') || details.ongoing === true,
});
