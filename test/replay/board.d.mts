import type { CompleteCall } from './demand.mjs';

export interface Assigned {
  assignmentId: string;
  unitId: string;
  role: string;
}

export interface Incident {
  readonly id: string;
  readonly gaps: number;
  readonly over: boolean;
  readonly plannedAt?: number;
}

export class Board {
  constructor(options: {
    dispatchOf: (incidentId: string) => Promise<{ state: string; slots: object[]; assignments: Assigned[] }>;
    onPlanned: (incident: Incident, assigned: readonly Assigned[], gaps: number) => void;
    onAssigned: (incident: Incident, assigned: readonly Assigned[], late: boolean) => void;
    onChanged: () => void;
  });
  readonly unplanned: number;
  readonly openSlots: number;
  readonly waiting: boolean;
  readonly stuck: boolean;
  hear(type: string, data: object, at: number): void;
  reporting(): void;
  refused(): void;
  reported(call: CompleteCall, receipt: { answer: { incidentId: string }; plannedAt?: number }): Incident;
  end(incident: Incident): void;
}
