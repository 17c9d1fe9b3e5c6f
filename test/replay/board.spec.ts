import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Board, type Assigned } from './board.mjs';
import { completeDemand } from './demand.mjs';

const CALL = { id: '1', at: 0, kind: 'Theft', outcome: 'GONE', cancelled: false, units: [] };
const UNIT: Assigned = { assignmentId: 'a1', unitId: 'U1', role: 'lead' };

describe('Board', () => {
  let now: number;
  let seen: string[];
  let dispatch: { state: string; slots: object[]; assignments: Assigned[] };
  let asked: number;
  beforeEach(() => {
    [now, seen, asked] = [1000, [], 0];
    dispatch = { state: 'PLANNED', slots: [{ assignmentId: 'a1' }], assignments: [UNIT] };
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  const open = (): Board =>
    new Board({
      dispatchOf: () => {
        asked += 1;
        return Promise.resolve(dispatch);
      },
      onPlanned: (_incident, assigned, gaps) => seen.push(`planned ${assigned.length}+${gaps}`),
      onAssigned: (_incident, assigned, late) => seen.push(`assigned ${assigned.length}${late ? ' late' : ''}`),
      onChanged: () => undefined,
    });
  const report = (board: Board) => {
    const [call] = completeDemand({ calls: [CALL] });
    const receipt: { answer: { incidentId: string }; plannedAt?: number } = { answer: { incidentId: 'i1' } };
    board.reporting();
    board.reported(call!, receipt);
    return receipt;
  };
  const hear = (board: Board, type: string, data: object) => board.hear(type, { incidentId: 'i1', ...data }, now);

  it('knows a plan whether it is seen before or after the answer to the report', () => {
    const [before, after] = [open(), open()];
    hear(before, 'dispatch.planned.v1', { assigned: [UNIT], gaps: 0 });
    expect([report(before).plannedAt, before.unplanned]).toEqual([1000, 0]);
    const receipt = report(after);
    expect(after.unplanned).toBe(1);
    hear(after, 'dispatch.planned.v1', { assigned: [UNIT], gaps: 0 });
    expect([receipt.plannedAt, after.unplanned, after.waiting]).toEqual([1000, 0, false]);
  });

  it('waits for open slots until they are filled or the incident is over', () => {
    const board = open();
    report(board);
    hear(board, 'dispatch.planned.v1', { gaps: 2 });
    hear(board, 'dispatch.gap-filled.v1', { assigned: [UNIT] });
    expect([board.openSlots, board.waiting]).toEqual([1, true]);
    board.end(board.reported(completeDemand({ calls: [CALL] })[0]!, { answer: { incidentId: 'i1' } }));
    expect([board.openSlots, board.waiting]).toEqual([0, false]);
    expect(seen).toEqual(['assigned 0', 'planned 0+2', 'assigned 1 late']);
  });

  it('awaits no unit for an incident that was over before its plan was seen', () => {
    const board = open();
    board.reporting();
    board.end(board.reported(completeDemand({ calls: [CALL] })[0]!, { answer: { incidentId: 'i1' } }));
    hear(board, 'dispatch.planned.v1', { gaps: 2 });
    expect([board.unplanned, board.openSlots, board.waiting]).toEqual([0, 0, false]);
  });

  it('asks for a plan that the feed does not bring, once per silence', async () => {
    const board = open();
    const receipt = report(board);
    expect([board.waiting, asked]).toEqual([true, 0]);
    now += 3001;
    expect([board.waiting, board.waiting, asked]).toEqual([true, true, 1]);
    await new Promise(setImmediate);
    expect([receipt.plannedAt, board.unplanned, seen]).toEqual([4001, 0, ['assigned 1', 'planned 1+0']]);
  });

  it('no longer waits when nothing has been heard for long', () => {
    const board = open();
    report(board);
    now += 15_001;
    expect([board.waiting, board.stuck]).toEqual([false, true]);
  });
});
