export class Agenda {
  constructor(options: { startAt: number; speed: number; concurrency: number });
  readonly now: number;
  readonly oldest: number;
  behind(at: number): number | undefined;
  add(at: number, work: () => Promise<unknown>, may?: () => boolean): void;
  nudge(): void;
  run(waiting: () => boolean): Promise<void>;
}
