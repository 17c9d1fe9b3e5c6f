import {
  LEDGER_VOCABULARY,
  PROPOSAL_STATE_WORDS,
  type BilingualText,
  type FileAct,
  type ProposalFact,
} from '#contracts';
import { formatYuan } from '#domain-kit';
import type { FiledProposal } from './filed-proposal.js';
import { actWords } from './acts.js';

/** The proposals of a case or a file after a step of one of them. */
export function foldProposal(proposals: readonly FiledProposal[], event: ProposalFact): FiledProposal[] {
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
    ...(known?.overtaken && { overtaken: true }),
    steps: [...(known?.steps ?? []), step],
  };
  return known ? proposals.map((one) => (one === known ? after : one)) : [...proposals, after];
}

/** The proposals of a file once what those about an act were made of has changed: whatever waits is overtaken. */
export const overtake = (proposals: readonly FiledProposal[], act: FileAct): FiledProposal[] =>
  proposals.map((one) => (one.act === act && one.waitsFor !== undefined ? { ...one, overtaken: true } : one));

/** What the timeline says about a step. */
export function stepWords({ state, act, entry }: ProposalFact): BilingualText {
  const words = actWords(act);
  const sum = entry && { zh: ` ${formatYuan(entry.amountFen)} 元`, en: `, CNY ${formatYuan(entry.amountFen)}` };
  return {
    zh: `${PROPOSAL_STATE_WORDS[state].zh}：${entry ? LEDGER_VOCABULARY[entry.kind].zh : words.zh}${sum?.zh ?? ''}`,
    en: `${PROPOSAL_STATE_WORDS[state].en}: ${words.en}${sum?.en ?? ''}`,
  };
}
