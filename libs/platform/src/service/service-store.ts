import type { IncidentTransport, Relay } from '#messaging';
import type { AuditCheckpoints, Database, DeadlineRunner } from '#persistence';
import type { AppLogger } from '../logging/app-logger.js';

/** What a service that publishes or consumes has besides. */
export interface ServiceEvents {
  /** Absent where a service only publishes. */
  readonly transport?: IncidentTransport;
  /** Sends the outbox; absent where events are handed over inside transactions. */
  readonly relay?: Relay;
}

/** Everything that one service has of its own in a process, started and stopped as one. */
export class ServiceStore {
  constructor(
    readonly service: string,
    readonly database: Database,
    private readonly checkpoints: AuditCheckpoints,
    readonly events: ServiceEvents | undefined,
    private readonly deadlines: DeadlineRunner,
    private readonly logger: AppLogger,
  ) {}

  /** Starts what needs no broker to start: the relay (it waits for one), deadlines, audit checkpoints. */
  async start(): Promise<void> {
    await this.events?.relay?.start();
    this.deadlines.start();
    const { service, logger } = this;
    // Checkpoints are told to the log: whoever keeps logs elsewhere can prove that nobody rewrote the chains.
    this.checkpoints.start(
      ({ seq, heads, hash }) =>
        logger.log({ msg: 'audit checkpoint', context: 'audit', service, seq, heads: heads.length, hash }),
      (error) => logger.warn({ msg: 'no audit checkpoint could be made', context: 'audit', service, err: error }),
    );
  }

  /** Stops deadlines and consumers, sends what is left in the outbox (at most 5 s), seals the audit trail. */
  async stop(): Promise<void> {
    await this.deadlines.stop();
    await this.events?.relay?.pause();
    await this.events?.transport?.close();
    await this.events?.relay?.stop();
    await this.checkpoints.stop();
  }
}
