import { defineRefusal } from '#domain-kit';

/** 404: there is no such proposal, or not for this caller. */
export const proposalUnknown = defineRefusal({
  code: 'proposal.not-found',
  kind: 'not-found',
  zh: '没有这项呈报',
  en: 'There is no such proposal',
});

/** 409: the proposal is not where this could be done to it. */
export const proposalWrongState = defineRefusal({
  code: 'proposal.wrong-state',
  kind: 'conflict',
  zh: '呈报现为“{state}”，{needed}',
  en: 'The proposal is {state}; {needed}',
});

/** 409: the same waits already. */
export const proposalPending = defineRefusal({
  code: 'proposal.pending',
  kind: 'conflict',
  zh: '同一事项已呈报，正在等待审核或审批',
  en: 'The same was proposed already and waits for review or approval',
});

/** 409: the restriction that it is about was made anew meanwhile. */
export const proposalOvertaken = defineRefusal({
  code: 'proposal.overtaken',
  kind: 'conflict',
  zh: '呈报后又限制了知悉范围，不能再批准；请不同意，由主办民警重新呈报',
  en: 'Disclosure was restricted anew since this was proposed: reject it, and let the case officer propose anew',
});

/** 403: every step of a proposal is another person's. */
export const stepBySamePerson = defineRefusal({
  code: 'proposal.same-person',
  kind: 'forbidden',
  zh: '呈报、法制审核、审批、办理须由不同的人作出',
  en: 'Proposal, legal review, approval and carrying out are by different people',
});

/** 403: who made an entry of the case's ledger approves nothing about the case. */
export const approvedByMaker = defineRefusal({
  code: 'proposal.approved-by-maker',
  kind: 'forbidden',
  zh: '登记过该案台账的人不能审批该案事项',
  en: "Who made an entry of the case's ledger approves nothing about the case",
});

/** 409: this is not for one person to do: it is proposed, and approved by another. */
export const approvalNeeded = defineRefusal({
  code: 'ledger.approval-needed',
  kind: 'conflict',
  zh: '{kind}须先呈报，由审批领导批准后登记；填写审批文号不等于批准',
  en: '{kind} is proposed first and posted once an approver has approved it; the number of a paper is no approval',
  pointer: '/kind',
});

/** 422: a proposal of a ledger entry says which. */
export const entryMissing = defineRefusal({
  code: 'proposal.entry-missing',
  kind: 'unprocessable',
  zh: '请填写金额及有关财物',
  en: 'State the amount and what it is about',
  pointer: '/entry',
});
