import { Injectable } from '@nestjs/common';
import { Clock, type EndedSessionPage, type EndedSince } from '#platform';
import { SessionsRepository } from '../outbound/database/sessions.repository.js';

/** Sessions told of at once. */
const PAGE = 1_000;
const BEGINNING = new Date(0);

/** Reads which sessions ended before their tokens do, a page at a time. */
@Injectable()
export class ReadEndedSessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ since, after = '' }: EndedSince): Promise<EndedSessionPage> {
    const from = since === undefined ? BEGINNING : new Date(since);
    const found = await this.sessions.ended(from, after, this.clock.now(), PAGE);
    return {
      sessions: found.map(({ id, expiresAt, revokedAt }) => ({
        sessionId: id,
        expiresAt: expiresAt.toISOString(),
        endedAt: (revokedAt ?? BEGINNING).toISOString(),
      })),
      more: found.length === PAGE,
    };
  }
}
