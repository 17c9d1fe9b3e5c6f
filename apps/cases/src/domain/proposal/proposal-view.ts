import { LEDGER_VOCABULARY, PROPOSAL_STATE_WORDS, type BilingualText, type CaseProposalMoved } from '#contracts';
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

/** What the timeline says about a step. */
export function stepWords({ state, act, entry }: CaseProposalMoved): BilingualText {
  const words = actWords(act);
  const sum = entry && { zh: ` ${formatYuan(entry.amountFen)} 元`, en: `, CNY ${formatYuan(entry.amountFen)}` };
  return {
    zh: `${PROPOSAL_STATE_WORDS[state].zh}：${entry ? LEDGER_VOCABULARY[entry.kind].zh : words.zh}${sum?.zh ?? ''}`,
    en: `${PROPOSAL_STATE_WORDS[state].en}: ${words.en}${sum?.en ?? ''}`,
  };
}
