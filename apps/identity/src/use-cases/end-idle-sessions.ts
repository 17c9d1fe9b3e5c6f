import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { Clock } from '#platform';
import { SessionsRepository } from '../outbound/database/sessions.repository.js';
import { Sessions } from './sessions.js';

/** Sessions ended in one turn. */
const PAGE = 100;

/** Ends the sessions that nobody has used for too long. */
@Injectable()
export class EndIdleSessions {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Answers how many. Opens units of work. */
  async execute(): Promise<number> {
    const idle = await this.repository.idle(this.clock.now(), PAGE);
    for (const { id } of idle) await this.database.write(() => this.sessions.end(id));
    return idle.length;
  }
}
