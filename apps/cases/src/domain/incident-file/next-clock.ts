import type { AssignmentState } from '#contracts';
import { assignBy } from './assign-clock.js';
import { holdOf } from './filed-hold.js';
import type { FiledUnitName } from './dispatch-view.js';
import { nobodySent, type IncidentFile } from './incident-file.js';

/** The clock that runs out next. */
export class FileClockView {
  /** What is due: a call taker must decide about what is held, somebody must be sent, or a unit must acknowledge. */
  clock!: 'release' | 'assign' | 'acknowledge';
  /** When it began. */
  from!: string;
  dueAt!: string;
  /** Whose clock it is; the desk's own while nobody was sent. */
  unit?: FiledUnitName;
}

/** Assignments in these states have not been acknowledged: their clock runs, also while a release is asked for. */
const UNACKNOWLEDGED = new Set<AssignmentState>(['ISSUED', 'DECLINE_REQUESTED']);

/** The clock of a file that runs out next; undefined while none runs. Asked of incidents that go on. */
export function nextClockOf(file: IncidentFile): FileClockView | undefined {
  const held = holdOf(file);
  const release = held && { clock: 'release' as const, from: held.since, dueAt: held.dueAt };
  if (held?.of === 'dispatch') return release;
  return [release, unitClockOf(file)]
    .filter((clock) => clock !== undefined)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}

function unitClockOf(file: IncidentFile): FileClockView | undefined {
  const { assignments } = file;
  if (nobodySent(file)) return { clock: 'assign', from: file.receivedAt, dueAt: assignBy(file) };
  const running = assignments.filter(
    ({ state, acknowledgedAt }) => UNACKNOWLEDGED.has(state) && acknowledgedAt === undefined,
  );
  const [first] = running.sort((a, b) => a.acknowledgeBy.localeCompare(b.acknowledgeBy));
  if (!first) return undefined;
  const { issuedAt, acknowledgeBy, unit } = first;
  return { clock: 'acknowledge', from: issuedAt, dueAt: acknowledgeBy, unit: { id: unit.id, name: unit.name } };
}
