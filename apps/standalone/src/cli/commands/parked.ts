import { ParkedEvents } from '#messaging';
import { eachStore } from '../stores.js';
import type { Outcome, Task } from '../perform.js';

/** Events that were set aside, oldest first, with the reason. Payloads stay in the database. */
export async function listParked({ config }: Task): Promise<Outcome> {
  const events = (
    await eachStore(config, 'parked_event', async (database, { service }) =>
      (await new ParkedEvents(database).list()).map((row) => ({
        service,
        incidentId: row.aggregateId,
        type: row.type,
        source: row.source,
        sequence: row.aggregateSeq,
        reason: row.reason,
        attempts: row.attempts,
        error: row.error,
        parkedAt: row.parkedAt.toISOString(),
      })),
    )
  ).flat();
  const lines = events.map(
    ({ service, incidentId, type, reason, error }) => `${service}  ${incidentId}  ${type}  ${reason}  ${error}`,
  );
  return { ok: true, count: events.length, events, lines: lines.length > 0 ? lines : ['nothing is parked'] };
}

/** Has everything that is parked of an incident tried again by the running service. */
export const replayParked = (task: Task): Promise<Outcome> => mark(task, (parked, id) => parked.replay(id));

/** Gives up the events that block an incident; what waits behind them goes on. */
export const discardParked = (task: Task): Promise<Outcome> => mark(task, (parked, id) => parked.discard(id));

async function mark(
  { config, args }: Task,
  act: (parked: ParkedEvents, incidentId: string) => Promise<number>,
): Promise<Outcome> {
  const [incidentId = ''] = args;
  const counts = await eachStore(config, 'parked_event', (database) => act(new ParkedEvents(database), incidentId));
  const marked = counts.reduce((sum, count) => sum + count, 0);
  const text = marked > 0 ? `${marked} event(s) marked; the service carries it out within seconds` : 'nothing to do';
  return { ok: marked > 0, incidentId, marked, lines: [text] };
}
