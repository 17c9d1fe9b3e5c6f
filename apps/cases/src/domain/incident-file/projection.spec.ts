import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ActorFact, LedgerKind } from '#contracts';
import type { FiledAssignment } from './filed-assignment.js';
import type { IncidentFile } from './incident-file.js';
import { redact } from './projection.js';

/** Stands wherever a file holds something that its enterprise may never read. */
const CANARY = 'CANARY' as never;
const text = { zh: CANARY, en: CANARY };
const somebody: ActorFact = { accountId: CANARY, account: CANARY, name: CANARY };
const at = (hour: number) => `2026-05-21T${String(hour).padStart(2, '0')}:00:00.000Z`;

const assignment = (over: Partial<FiledAssignment> = {}): FiledAssignment => ({
  assignmentId: CANARY,
  slot: 1,
  role: 'lead',
  unit: { id: 'PS01', name: '湖塘派出所', discipline: 'PS' },
  state: 'WORKING',
  issuedAt: at(2),
  acknowledgeBy: at(3),
  inferred: [CANARY],
  decline: { reason: CANARY, note: CANARY },
  feedback: [
    {
      feedbackId: CANARY,
      kind: 'first',
      at: at(4),
      text: CANARY,
      suspectsCaught: 77,
      insiderSuspected: true,
      by: somebody,
    },
  ],
  clocks: [{ clock: CANARY, stage: 100, dueAt: at(3), firedAt: at(3), escalatedTo: CANARY }],
  ...over,
});

/** A file in which everything that is not the enterprise's business carries the canary. */
const file = (over: Partial<IncidentFile> = {}): IncidentFile => ({
  incidentId: 'i-1',
  number: 'JQ1',
  type: { code: 'E101', key: CANARY, name: { zh: '盗窃', en: 'theft' }, kind: 'incident', caseKind: 'criminal' },
  priority: CANARY,
  slaProfile: CANARY,
  state: 'ON_SCENE',
  restricted: false,
  insiderSuspected: true,
  safeContact: { account: CANARY },
  enterpriseRelated: true,
  receivedAt: at(1),
  enterprise: { id: 'e-1', name: CANARY },
  place: { address: CANARY, longitude: 119.123456, latitude: 31.654321, zone: CANARY, district: CANARY },
  flags: [CANARY],
  crowd: 0,
  injured: 0,
  estimatedLossFen: 0,
  details: { [CANARY]: CANARY },
  firedRules: [{ rule: CANARY, effect: CANARY, reason: text }],
  reports: [
    {
      reportId: CANARY,
      channel: CANARY,
      receivedAt: at(1),
      reporter: { name: CANARY, phone: CANARY, accountId: CANARY },
      narrative: CANARY,
    },
  ],
  dispatch: {
    plannedAt: at(2),
    plan: { id: CANARY, version: 1, atOnce: [CANARY], inform: [CANARY] },
    slots: [
      {
        slot: 1,
        discipline: CANARY,
        role: 'lead',
        candidates: [{ unitId: CANARY, name: CANARY, verdict: CANARY, rule: CANARY, reason: text, distanceM: 1 }],
        gapReason: text,
      },
    ],
    informed: [{ discipline: CANARY, unit: { id: CANARY, name: CANARY, discipline: CANARY } }],
  },
  assignments: [assignment(), assignment({ role: 'assist', unit: { id: CANARY, name: CANARY, discipline: CANARY } })],
  case: {
    caseId: CANARY,
    number: 'AJ1',
    kind: CANARY,
    state: 'SOLVED',
    registeredAt: at(2),
    filedAt: at(5),
    solvedAt: at(9),
    returnedAt: at(12),
    suspects: [{ number: 77, state: CANARY, caughtAt: CANARY }],
    figures: {
      reportedFen: 3,
      verifiedFen: 2,
      heldFen: 777_777,
      recoveredFen: 777_777,
      returnedFen: 1,
      outstandingFen: 4,
      provisional: false,
    },
  },
  advice: [{ adviceId: 'a-1', categories: ['gate'], text: '出入口核查', issuedAt: at(10), by: somebody }],
  outcome: CANARY,
  leadBy: somebody,
  cancelled: { reason: CANARY, at: at(11), by: somebody },
  closed: { by: somebody, at: at(11), outcome: CANARY, note: CANARY, followUpDueAt: at(11) },
  ...over,
});

/** A ledger in which whatever is not told carries the canary or a figure of its own. */
const entry = (id: string, kind: LedgerKind, amountFen: number, more: object = {}) => ({
  id,
  kind,
  amountFen,
  occurredAt: new Date(at(6)),
  holding: CANARY,
  note: CANARY,
  method: CANARY,
  by: somebody,
  ...more,
});
const ENTRIES = [
  entry('1', 'LOSS_REPORTED', 3),
  entry('2', 'STOPPED', 5),
  entry('3', 'FROZEN', 777_777),
  entry('4', 'REVERSAL', 777_777, { reverses: '3' }),
  entry('5', 'SEIZED', 777_777),
  entry('6', 'RECOVERED', 777_777),
  entry('7', 'RETURNED', 1),
];

const SECRETS = [CANARY, '119.123456', '31.654321', '777777', '"suspects"', ':77', '"priority"', '"state":"ON_SCENE"'];

describe('what an enterprise sees', () => {
  it('repeats nothing of what it must never be told', () => {
    for (const view of [redact(file()), redact(file(), ENTRIES)]) {
      const told = JSON.stringify(view);
      for (const secret of SECRETS) expect(told).not.toContain(secret);
    }
  });

  it('never repeats any text of a file other than its number, lead unit and advice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{8,12}$/), (word) => {
        const secret = `X${word}`;
        const hidden = JSON.parse(JSON.stringify(file()).replaceAll(CANARY, secret)) as IncidentFile;
        expect(JSON.stringify(redact(hidden))).not.toContain(secret);
      }),
    );
  });

  it('shows figures, case number, advice and whom to call', () => {
    expect(redact(file())).toMatchObject({
      case: { number: 'AJ1', state: 'SOLVED' },
      ledger: { reportedFen: 3, verifiedFen: 2, returnedFen: 1, outstandingFen: 4 },
      standing: 'cancelled',
      advice: [{ adviceId: 'a-1', categories: ['gate'], text: '出入口核查', issuedAt: at(10) }],
      contact: { unit: '湖塘派出所', emergency: '110', complaints: '12389' },
    });
  });

  it('shows what was lost, secured and returned line by line, in the file and not in lists', () => {
    expect(redact(file()).ledger?.lines).toBeUndefined();
    expect(redact(file(), ENTRIES).ledger?.lines).toEqual([
      { kind: 'reported', amountFen: 3, at: at(6) },
      { kind: 'secured', amountFen: 5, at: at(6) },
      { kind: 'returned', amountFen: 1, at: at(6) },
    ]);
  });
});
