import type { ActorFact, BilingualText, EventClassOn, INCIDENTS, Sight } from '#contracts';
import type { IncidentFile } from './incident-file.js';

/** The classes of the events of an incident. */
export type IncidentEventClass = EventClassOn<typeof INCIDENTS>;
/** An event of an incident. */
export type IncidentEvent = InstanceType<IncidentEventClass>;

/** What one event means to the file of its incident. Pure. */
export interface FileEvent<C extends IncidentEventClass = IncidentEventClass> {
  readonly event: C;
  /** The file after the event; the file before it is left as it was. */
  apply(file: IncidentFile, event: InstanceType<C>): IncidentFile;
  /** When it happened (ISO), by which the timeline is ordered. */
  at(event: InstanceType<C>): string;
  /** Who did it; nobody where the system did. */
  by?(event: InstanceType<C>): ActorFact | undefined;
  /** What the timeline says about it. */
  text(event: InstanceType<C>): BilingualText;
  /** Who reads this line of the timeline. */
  readonly seenBy: readonly Sight[];
}

/** Declares what an event means to the file. */
export const defineFileEvent = <C extends IncidentEventClass>(definition: FileEvent<C>): FileEvent<C> => definition;

/** Police, whoever may see the file at all. The timeline has the words of officers, which no enterprise reads. */
export const POLICE: readonly Sight[] = ['full', 'no-phone'];

/** A text in both languages. */
export const text = (zh: string, en: string): BilingualText => ({ zh, en });

/** The earlier of two instants (ISO UTC with milliseconds, so text order is time order); a late report never moves one. */
export const earliest = (known: string | undefined, reported: string): string =>
  known !== undefined && known < reported ? known : reported;
