import type { IncidentTransport, Relay } from '#messaging';
import type { AuditCheckpoints, CheckpointListener, Database, DeadlineRunner } from '#persistence';
import type { AuditTally } from '../audit/audit-tally.js';
import type { ServiceConfig } from '../config/service.config.js';
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
    readonly tally: AuditTally,
    private readonly checkpoints: AuditCheckpoints,
    readonly events: ServiceEvents | undefined,
    private readonly deadlines: DeadlineRunner,
    private readonly config: ServiceConfig,
    private readonly logger: AppLogger,
  ) {}

  /** Starts what needs no broker to start: the relay (it waits for one), deadlines, audit checkpoints. */
  async start(): Promise<void> {
    await this.events?.relay?.start();
    this.deadlines.start();
    this.tally.start((error) => this.unwritten('no audit entries could be written', error));
    this.checkpoints.start(this.config.auditSealSeconds * 1000, this.listener());
  }

  /** Stops deadlines and consumers, sends what is left in the outbox (at most 5 s), writes and seals the audit trail. */
  async stop(): Promise<void> {
    await this.deadlines.stop();
    await this.events?.relay?.pause();
    await this.events?.transport?.close();
    await this.events?.relay?.stop();
    await this.tally.stop();
    await this.checkpoints.stop();
  }

  private unwritten(msg: string, err: unknown): void {
    this.logger.warn({ msg, context: 'audit', service: this.service, err });
  }

  /** Checkpoints are told to the log at every level: whoever keeps logs elsewhere can prove that nobody rewrote the chains. */
  private listener(): CheckpointListener {
    const { service, logger } = this;
    return {
      told: (anchor) => logger.tell({ context: 'audit', ...anchor }),
      lost: ({ seq, hash }) =>
        logger.error({ msg: 'security.audit-regressed', context: 'audit', service, seq, hash: hash.slice(0, 16) }),
      failed: (error) => this.unwritten('no audit checkpoint could be made or told', error),
    };
  }
}
