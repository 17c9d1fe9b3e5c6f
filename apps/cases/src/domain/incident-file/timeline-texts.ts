import { formatYuan, type Texts } from '#domain-kit';
import type { CaseRegisteredFact, ClosedFact, LossFact, SuspectFact } from './case-facts.js';
import type {
  AddedFact,
  AssignmentFact,
  AttachedFact,
  CancelledFact,
  ClockFact,
  DeclineFact,
  FeedbackFact,
  PlannedFact,
  RegradedFact,
  ReportedFact,
  CompletedFact,
} from './facts.js';

const text = (zh: string, en: string): Texts => ({ zh, en });

const LEDGER_WORDS: Readonly<Record<string, Texts>> = {
  LOSS_REPORTED: text('报损', 'loss reported'),
  LOSS_VERIFIED: text('核定损失', 'loss verified'),
  LOSS_ADJUSTED: text('核定调整', 'verified loss adjusted'),
  STOPPED: text('紧急止付', 'payment stopped'),
  STOP_ENDED: text('止付结束', 'stop ended'),
  FROZEN: text('冻结', 'frozen'),
  UNFROZEN: text('解冻', 'unfrozen'),
  SEIZED: text('扣押', 'seized'),
  RELEASED: text('解除扣押', 'released'),
  RECOVERED: text('追回在案', 'recovered'),
  RETURNED: text('发还企业', 'returned to the enterprise'),
  REVERSAL: text('冲正', 'reversal'),
};

const SUSPECT_WORDS: Readonly<Record<string, Texts>> = {
  at_large: text('在逃', 'at large'),
  identified: text('已查明', 'identified'),
  caught: text('已抓获', 'caught'),
  released: text('已释放', 'released'),
};

const word = (words: Readonly<Record<string, Texts>>, key: string): Texts => words[key] ?? text(key, key);

function planned({ assignments, slots }: PlannedFact): Texts {
  const gaps = slots.filter(({ assignmentId }) => assignmentId === undefined).length;
  const names = assignments.map(({ unit }) => unit.name).join('、');
  const missing = gaps > 0 ? text(`，${gaps} 个警种暂无可派单位`, `; ${gaps} slot(s) without a unit`) : text('', '');
  if (assignments.length === 0) return text(`暂无可派单位${missing.zh}`, `No unit available${missing.en}`);
  return text(`同步派警：${names}${missing.zh}`, `Dispatched at once: ${names}${missing.en}`);
}

function feedback({ unit, text: words, suspectsCaught, insiderSuspected }: FeedbackFact): Texts {
  const caught =
    suspectsCaught > 0 ? text(`（抓获 ${suspectsCaught} 人）`, ` (${suspectsCaught} caught)`) : text('', '');
  const insider = insiderSuspected ? text('（疑有内部人员）', ' (insider suspected)') : text('', '');
  return text(
    `${unit.name} 反馈${caught.zh}${insider.zh}：${words}`,
    `${unit.name} reported${caught.en}${insider.en}: ${words}`,
  );
}

function clock({ unit, stage, limitSeconds }: ClockFact): Texts {
  return stage < 100
    ? text(`${unit.name} 签收时限已过半`, `${unit.name}: half of the acknowledgement limit is used up`)
    : text(
        `${unit.name} 超过签收时限（${limitSeconds} 秒）`,
        `${unit.name} missed the acknowledgement limit of ${limitSeconds} s`,
      );
}

/** What the timeline says about each event, in both languages: the only place with these words. */
export const TIMELINE_TEXTS = {
  reported: ({ number, incidentType: { name }, enterprise }: ReportedFact) =>
    text(
      `接报 ${number}：${name.zh}${enterprise ? `，${enterprise.name}` : ''}`,
      `Report ${number} received: ${name.en}${enterprise ? `, ${enterprise.name}` : ''}`,
    ),
  attached: ({ reportCount }: AttachedFact) =>
    text(`第 ${reportCount} 次报警并入`, `Report no. ${reportCount} attached`),
  regraded: ({ from, to, reason }: RegradedFact) =>
    text(
      `等级由 ${from} 调整为 ${to}${reason ? `：${reason}` : ''}`,
      `Priority changed from ${from} to ${to}${reason ? `: ${reason}` : ''}`,
    ),
  cancelled: ({ note }: CancelledFact) =>
    text(`警情撤销${note ? `：${note}` : ''}`, `Incident cancelled${note ? `: ${note}` : ''}`),
  planned,
  gapFilled: ({ assignment: { unit } }: AddedFact) => text(`${unit.name} 补派到位`, `${unit.name} filled an open slot`),
  added: ({ assignment: { unit }, replaces }: AddedFact) =>
    replaces === undefined
      ? text(`增派 ${unit.name}`, `${unit.name} sent as reinforcement`)
      : text(`改派 ${unit.name}`, `${unit.name} sent as replacement`),
  acknowledged: ({ unit }: AssignmentFact) => text(`${unit.name} 签收`, `${unit.name} acknowledged`),
  departed: ({ unit }: AssignmentFact) => text(`${unit.name} 出动`, `${unit.name} departed`),
  arrived: ({ unit }: AssignmentFact) => text(`${unit.name} 到场`, `${unit.name} arrived`),
  workStarted: ({ unit }: AssignmentFact) => text(`${unit.name} 开始处置`, `${unit.name} started work`),
  feedback,
  completed: ({ unit, text: words }: CompletedFact) =>
    text(`${unit.name} 处置完毕：${words}`, `${unit.name} completed: ${words}`),
  declineRequested: ({ unit, note }: DeclineFact) =>
    text(
      `${unit.name} 申请退单${note ? `：${note}` : ''}`,
      `${unit.name} asked to be released${note ? `: ${note}` : ''}`,
    ),
  declineRejected: ({ unit }: AssignmentFact) => text(`不同意 ${unit.name} 退单`, `${unit.name} was not released`),
  declined: ({ unit }: DeclineFact) => text(`${unit.name} 已退单`, `${unit.name} was released`),
  recalled: ({ unit }: AssignmentFact) => text(`${unit.name} 已撤回`, `${unit.name} was called back`),
  clock,
  caseRegistered: ({ number }: CaseRegisteredFact) => text(`受案登记 ${number}`, `Case ${number} registered`),
  reviewStarted: () => text('受案审查', 'Filing review started'),
  filed: () => text('立案', 'Case filed'),
  notFiled: () => text('不予立案', 'Case not filed'),
  investigationStarted: () => text('侦查开始', 'Investigation started'),
  solved: () => text('破案', 'Case solved'),
  suspectRecorded: ({ suspect, state }: SuspectFact) =>
    text(
      `嫌疑人 ${suspect} 号登记：${word(SUSPECT_WORDS, state).zh}`,
      `Suspect no. ${suspect} recorded: ${word(SUSPECT_WORDS, state).en}`,
    ),
  suspectCaught: ({ suspect }: SuspectFact) => text(`嫌疑人 ${suspect} 号抓获`, `Suspect no. ${suspect} caught`),
  lossPosted: ({ entry: { kind, amountFen } }: LossFact) =>
    text(
      `${word(LEDGER_WORDS, kind).zh} ${formatYuan(amountFen)} 元`,
      `Ledger: ${word(LEDGER_WORDS, kind).en}, CNY ${formatYuan(amountFen)}`,
    ),
  restricted: () => text('限制知悉范围', 'Disclosure restricted'),
  adviceIssued: () => text('发出防范建议', 'Prevention advice issued'),
  closed: ({ followUpDueAt }: ClosedFact) =>
    text(
      `审核结警，${followUpDueAt.slice(0, 10)} 前回访`,
      `Reviewed and closed; follow-up by ${followUpDueAt.slice(0, 10)}`,
    ),
};
