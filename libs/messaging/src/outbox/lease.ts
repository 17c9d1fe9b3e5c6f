import { every, type Database, type Repeating } from '#persistence';

/** A lease that is not renewed for this long is free; two holders for a moment only make duplicates. */
const LEASE_MS = 3000;
const RENEW_MS = 1000;

/** Lets one process of a service send the outbox, by a row that expires on the database's clock. */
export class Lease {
  held = false;
  private renewing: Repeating | undefined;

  constructor(
    private readonly database: Database,
    private readonly owner: string,
    private readonly report: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    this.renewing = every(RENEW_MS, () => this.renew(), { report: this.report });
    await this.renewing.now();
  }

  async release(): Promise<void> {
    await this.renewing?.stop();
    if (!this.held) return;
    this.held = false;
    await this.database
      .alone('UPDATE `relay_lease` SET `expires_at` = 0 WHERE `shard` = 0 AND `owner` = ?', [this.owner])
      .catch(this.report);
  }

  private async renew(): Promise<void> {
    const now = this.database.nowExpression;
    try {
      const taken = await this.database.alone(
        `UPDATE \`relay_lease\` SET \`owner\` = ?, \`epoch\` = \`epoch\` + 1, \`expires_at\` = ${now} + ${LEASE_MS} ` +
          `WHERE \`shard\` = 0 AND (\`owner\` = ? OR \`expires_at\` < ${now})`,
        [this.owner, this.owner],
      );
      this.held = taken === 1;
    } catch (error) {
      this.held = false;
      this.report(error);
    }
  }
}
