import type { Call, Point } from './call-log.mjs';
import type { CompleteCall } from './demand.mjs';

export interface PlayerApi {
  get(account: string, path: string): Promise<unknown>;
  post(account: string, path: string, body: object, key?: string): Promise<unknown>;
}

export class Player {
  constructor(options: {
    api: PlayerApi;
    calls: readonly CompleteCall[];
    placeOf: (call: Call) => Point;
    disciplines: ReadonlyMap<string, string>;
    speed: number;
    concurrency: number;
    run: string;
  });
  readonly journal: {
    receipts: readonly { key: string; answer: { incidentId: string }; plannedAt?: number }[];
    refused: Record<string, number>;
    unexpected: Record<string, number>;
    acts: number;
  };
  play(): Promise<void>;
  hear(type: string, data: object, at: number): void;
}
