import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '#contracts';
import type { FiledAssignment } from './filed-assignment.js';
import type { FiledCase } from './filed-case.js';
import type { FiledClosing, IncidentFile } from './incident-file.js';
import { stepsOf } from './steps.js';

const at = (hour: number) => `2026-05-21T${String(hour).padStart(2, '0')}:00:00.000Z`;
const by = { accountId: 'a', account: 'a', name: 'a' };

const filed = (state: CaseState, over: Partial<FiledCase> = {}): FiledCase => ({
  caseId: 'c',
  number: 'AJ1',
  kind: 'criminal',
  state,
  registeredAt: at(2),
  suspects: [],
  ...over,
});
const figures = (outstandingFen: number) => ({
  reportedFen: 9,
  verifiedFen: 9,
  heldFen: 0,
  recoveredFen: 0,
  returnedFen: 9 - outstandingFen,
  outstandingFen,
  provisional: false,
});
const closed: FiledClosing = { by, at: at(11), outcome: 'CASE_REGISTERED', followUpDueAt: at(20) };
const assignment = (over: object = {}): FiledAssignment => ({
  assignmentId: 'x',
  slot: 1,
  role: 'lead',
  unit: { id: 'PS01', name: '派出所', discipline: 'PS' },
  state: 'WORKING',
  issuedAt: at(2),
  acknowledgeBy: at(3),
  inferred: [],
  feedback: [],
  clocks: [],
  ...over,
});

/** A theft of which nothing is known but the report. */
const file = (over: Partial<IncidentFile> = {}): IncidentFile =>
  ({
    number: 'JQ1',
    type: { code: 'E101', key: 'theft', name: { zh: '盗窃', en: 'theft' }, kind: 'incident', caseKind: 'criminal' },
    receivedAt: at(1),
    assignments: [],
    advice: [],
    ...over,
  }) as unknown as IncidentFile;

const states = (over: Partial<IncidentFile>): string =>
  stepsOf(file(over))
    .map(({ state }) => state[0])
    .join('');
const step = (name: string, over: Partial<IncidentFile>) => stepsOf(file(over)).find(({ step: one }) => one === name);

describe('the six steps of an enterprise', () => {
  it('are always six, each with a title and a sentence in both languages, and a time where they were reached', () => {
    const arrived = {
      assignments: [assignment({ arrivedAt: at(4) })],
      case: filed('SOLVED', { filedAt: at(5), solvedAt: at(9), returnedAt: at(12), figures: figures(0) }),
      closed,
    };
    expect(stepsOf(file(arrived)).map(({ step: name, at: time }) => [name, time])).toEqual([
      ['received', at(1)],
      ['dispatched', at(2)],
      ['on_scene', at(4)],
      ['investigating', at(5)],
      ['solved', at(9)],
      ['returned', at(12)],
    ]);
    for (const over of [
      {},
      arrived,
      { cancelled: { reason: 'test' as const, at: at(3), by } },
      { case: filed('NOT_FILED') },
    ]) {
      for (const { title, text } of stepsOf(file(over))) {
        expect([title.zh, title.en, text.zh, text.en].every((word) => word.length > 1)).toBe(true);
      }
    }
  });

  it.each<[string, Partial<IncidentFile>, string]>([
    ['nothing but the report', {}, 'daaaaa'],
    ['units on their way', { assignments: [assignment()] }, 'ddaaaa'],
    [
      'called off',
      { assignments: [assignment()], cancelled: { reason: 'withdrawn' as const, at: at(3), by } },
      'ddssss',
    ],
    ['not filed', { assignments: [assignment({ arrivedAt: at(4) })], case: filed('NOT_FILED') }, 'dddsas'],
    ['closed without a case', { assignments: [assignment({ arrivedAt: at(4) })], closed }, 'dddsds'],
    [
      'closed while the case is under review',
      { assignments: [assignment()], case: filed('REVIEWING'), closed },
      'ddsada',
    ],
    [
      'closed, solved, goods still missing',
      {
        assignments: [assignment()],
        case: filed('SOLVED', { filedAt: at(5), solvedAt: at(9), figures: figures(9) }),
        closed,
      },
      'ddsdda',
    ],
    [
      'closed, solved, nothing missing',
      {
        assignments: [assignment()],
        case: filed('SOLVED', { filedAt: at(5), solvedAt: at(9), figures: figures(0) }),
        closed,
      },
      'ddsdds',
    ],
    [
      'a request that opens no case',
      { type: { code: 'F01', key: 'escort', name: { zh: '护送', en: 'escort' }, kind: 'service' } },
      'daasas',
    ],
  ])('%s', (_what, over, expected) => {
    expect(states(over)).toBe(expected);
  });

  it('tells a case that goes on from an incident that is over', () => {
    expect(step('solved', { closed, case: filed('INVESTIGATING', { filedAt: at(5) }) })).toMatchObject({
      title: { zh: '已结警' },
      text: { zh: '现场处置已结束，案件继续办理。' },
      at: at(11),
    });
    expect(step('solved', { closed, case: filed('SOLVED', { solvedAt: at(9) }) })).toMatchObject({
      title: { zh: '已破案' },
      at: at(9),
    });
    expect(step('solved', { closed })).toMatchObject({ text: { zh: '警情已处置完毕。' } });
    expect(step('investigating', { case: filed('NOT_FILED') })?.text.zh).toContain('复议');
  });
});
