import { Injectable } from '@nestjs/common';
import type { AssignmentFeedbackGiven } from '#contracts';
import type { KnownFacts } from '../domain/triage/known-facts.js';
import { isOpen } from '../domain/incident/incident.js';
import { Incidents } from '../outbound/database/incidents.js';
import { AddFacts } from './add-facts.js';

/** Joins what a unit found on the scene to what is known of the incident. */
@Injectable()
export class TakeFeedback {
  constructor(
    private readonly incidents: Incidents,
    private readonly addFacts: AddFacts,
  ) {}

  async run(feedback: AssignmentFeedbackGiven): Promise<void> {
    const told = toldBy(feedback);
    if (Object.keys(told).length === 0) return;
    const { incidentId, feedbackId, by } = feedback;
    const incident = await this.incidents.find(incidentId);
    if (!incident || !isOpen(incident.state)) return;
    const toldAt = new Date(feedback.occurredAt);
    const recordedAt = new Date(feedback.recordedAt);
    if (await this.addFacts.run(incident, told, { toldAt, recordedAt, feedbackId, by })) this.incidents.save(incident);
  }
}

/** The facts in a feedback; most have none. */
function toldBy({ flags = [], crowd, injured, insiderSuspected }: AssignmentFeedbackGiven): Partial<KnownFacts> {
  const all = insiderSuspected ? [...flags, 'insider_suspected' as const] : flags;
  return { ...(all.length > 0 && { flags: all }), ...(crowd && { crowd }), ...(injured && { injured }) };
}
