export interface Hold {
  unitId: string;
  from: number;
  until: number;
}

export function overlapping(
  holds: ReadonlyMap<string, Hold>,
  capacities: ReadonlyMap<string, number>,
): Map<string, string>;

export interface Judgement {
  accepted: number;
  dispatched: number;
  gaps: number;
  lost: number;
  doubleBooked: number;
  faults: string[];
}

export class Verdict {
  constructor(where: { sqliteDir: string });
  sample(): Promise<void>;
  judge(journal: {
    receipts: readonly { answer: { incidentId: string; reportId: string } }[];
    holds: ReadonlyMap<string, Hold>;
  }): Promise<Judgement>;
  close(): Promise<void>;
}

export function passes(run: {
  calls: number;
  journal: { unexpected: Record<string, number> };
  rested: boolean;
  judged: Omit<Judgement, 'faults'>;
  checker: { ok: boolean; figures?: Record<string, number> };
}): boolean;
