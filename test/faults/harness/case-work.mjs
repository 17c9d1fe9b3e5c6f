import { sleep } from '../../../scripts/lib/command.mjs';

/** The case officer of the lead unit opens the case of an incident; its file may lag behind. Answers its id, if it is there. */
export async function openCase(officer, incidentId) {
  const what = { kind: 'act', act: 'case-open', subject: incidentId };
  for (let turn = 0; turn < 20; turn += 1) {
    const key = `case-open-${incidentId}`;
    const { status, answer } = await officer.tell(`incidents/${incidentId}/case`, {}, key, what);
    if (status === 201) return answer.caseId;
    if (status !== 404) return undefined;
    await sleep(300);
  }
  return undefined;
}

/**
 * A case officer works on a case: review, filing (proposed, and approved by the director), investigation, a suspect, entries
 * of the ledger and a return, which the custodian hands over. Some of it may be refused (of an economic case legal review
 * comes first); what was answered is in the log.
 */
export async function workOnCase({ officer, director, custodian }, caseId, random) {
  const send = (path, body, act, key = act) =>
    officer.tell(`cases/${caseId}/${path}`, body, `${key}-${caseId}`, { kind: 'act', act, subject: caseId });
  const enter = (entry) => send('ledger-entries', entry, 'ledger-entry', entry.kind);
  const propose = async (proposal) => {
    const { status, answer } = await send('proposals', proposal, 'propose', `propose-${proposal.act}`);
    return status === 201 ? answer.proposalId : undefined;
  };
  const step = (who, proposalId, path, body) =>
    who.tell(`proposals/${proposalId}/${path}`, body, `${path}-${proposalId}`, {
      kind: 'act',
      act: `proposal-${path}`,
      subject: proposalId,
    });
  const loss = random.between(10_000, 900_000);
  await send('review', {}, 'case-review');
  await enter({ kind: 'LOSS_VERIFIED', amountFen: loss, method: '价格认定' });
  const filing = await propose({ act: 'file', basis: '有犯罪事实' });
  if (filing === undefined || (await step(director, filing, 'approve', {})).status !== 200) return;
  await send('investigate', {}, 'case-investigate');
  await send('suspects', { state: 'caught' }, 'suspect');
  await enter({ kind: 'STOPPED', amountFen: loss * 2, holding: '涉案账户' });
  const fen = random.between(100, 9_000);
  await enter({ kind: 'RECOVERED', amountFen: fen, holding: '现金' });
  const back = await propose({ act: 'return', basis: '权属清楚', entry: { amountFen: fen, holding: '现金' } });
  if (back === undefined || (await step(director, back, 'approve', {})).status !== 200) return;
  await step(custodian, back, 'hand-over', { collector: '企业代理人' });
}
