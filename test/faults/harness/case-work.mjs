import { sleep } from '../../../scripts/lib/command.mjs';

const MEASURES = [
  (fen) => ({ kind: 'STOPPED', amountFen: fen, holding: '涉案账户' }),
  (fen) => ({ kind: 'RECOVERED', amountFen: fen, holding: '涉案账户' }),
];

/**
 * An approver works on the case of an incident: review, filing, investigation, a suspect, and entries of the ledger. Some of
 * it may be refused (an economic case is filed by somebody else); what was answered is in the log.
 */
export async function workOnCase(chief, incidentId, random) {
  const caseId = await caseOf(chief, incidentId);
  if (caseId === undefined) return;
  const send = (path, body, act, key = act) =>
    chief.tell(`cases/${caseId}/${path}`, body, `${key}-${caseId}`, { kind: 'act', act, subject: caseId });
  const enter = (entry) => send('ledger-entries', entry, 'ledger-entry', entry.kind);
  await send('review', {}, 'case-review');
  const filed = await send('file', { basis: '有犯罪事实' }, 'case-file');
  await enter({ kind: 'LOSS_VERIFIED', amountFen: random.between(10_000, 900_000), method: '价格认定' });
  if (filed.status !== 200) return;
  await send('investigate', {}, 'case-investigate');
  await send('suspects', { state: 'caught' }, 'suspect');
  const fen = random.between(100, 9_000);
  for (const measure of MEASURES) await enter(measure(fen));
}

/** The file may lag behind; undefined where the incident has no case. */
async function caseOf(chief, incidentId) {
  for (let turn = 0; turn < 20; turn += 1) {
    const { status, answer } = await chief.send('GET', `incident-files/${incidentId}`);
    if (status === 200 && answer.case) return answer.case.caseId;
    await sleep(300);
  }
  return undefined;
}
