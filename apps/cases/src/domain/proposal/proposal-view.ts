import { LEDGER_VOCABULARY, type BilingualText, type CaseProposalMoved, type ProposalState } from '#contracts';
import { formatYuan } from '#domain-kit';
import type { FiledProposal } from './filed-proposal.js';
import { actWords } from './acts.js';

/** The proposals of a case after a step of one of them. */
export function foldProposal(proposals: readonly FiledProposal[], event: CaseProposalMoved): FiledProposal[] {
  const { proposalId, act, state, waitsFor, needsLegal, ruleVersion, entry, basis, note, occurredAt, by } = event;
  const known = proposals.find((one) => one.proposalId === proposalId);
  const step = { state, by, at: occurredAt, ...(note !== undefined && { note }) };
  const after: FiledProposal = {
    proposalId,
    act,
    state,
    ...(waitsFor !== undefined && { waitsFor }),
    needsLegal,
    ruleVersion,
    ...(entry && { entry }),
    basis,
    steps: [...(known?.steps ?? []), step],
  };
  return known ? proposals.map((one) => (one === known ? after : one)) : [...proposals, after];
}

const STEPS: Readonly<Record<ProposalState, BilingualText>> = {
  PROPOSED: { zh: '呈报', en: 'Proposed' },
  LEGAL_OK: { zh: '法制审核同意', en: 'Legal review agreed' },
  LEGAL_RETURNED: { zh: '法制审核退回', en: 'Legal review sent back' },
  APPROVED: { zh: '审批同意', en: 'Approved' },
  REJECTED: { zh: '审批不同意', en: 'Rejected' },
  CARRIED_OUT: { zh: '已办理', en: 'Carried out' },
};

/** What the timeline says about a step. */
export function stepWords({ state, act, entry }: CaseProposalMoved): BilingualText {
  const words = actWords(act);
  const sum = entry && { zh: ` ${formatYuan(entry.amountFen)} 元`, en: `, CNY ${formatYuan(entry.amountFen)}` };
  return {
    zh: `${STEPS[state].zh}：${entry ? LEDGER_VOCABULARY[entry.kind].zh : words.zh}${sum?.zh ?? ''}`,
    en: `${STEPS[state].en}: ${words.en}${sum?.en ?? ''}`,
  };
}
