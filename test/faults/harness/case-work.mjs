import { sleep } from '../../../scripts/lib/command.mjs';

const MEASURES = [
  (fen) => ({ kind: 'STOPPED', amountFen: fen, holding: '涉案账户' }),
  (fen) => ({ kind: 'RECOVERED', amountFen: fen, holding: '涉案账户' }),
];

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
 * An approver works on a case: review, filing, investigation, a suspect, and entries of the ledger. Some of it may be refused
 * (an economic case is filed by somebody else); what was answered is in the log.
 */
export async function workOnCase(chief, caseId, random) {
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
