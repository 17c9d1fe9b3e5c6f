import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiForbiddenResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCaller, roleMissing, SessionCookie, type Caller } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { audiencesOf } from '../../domain/audiences.js';
import { FollowFeed } from '../../use-cases/follow-feed.js';
import type { Following } from '../../use-cases/following.js';
import { LiveQuery } from './live-query.dto.js';
import type { Beginning } from './live-stream.js';
import { LiveStreams } from './live-streams.js';
import { decodePosition } from './position.js';

/** The live feed: what happens, to whom it concerns, as it happens. */
@ApiTags('live')
@Controller('api/v1/live')
export class LiveController {
  constructor(
    private readonly followFeed: FollowFeed,
    private readonly streams: LiveStreams,
    private readonly cookie: SessionCookie,
  ) {}

  /** Server-sent events of the caller's audiences. Resumes without a gap after the `Last-Event-ID`, within a day. */
  @Get()
  @Allow()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Position of the last event that was received; browsers send it when they reconnect.',
    schema: { type: 'string', maxLength: 2000, example: '12' },
  })
  @ApiOkResponse({
    description:
      'A stream that stays open. `id` is the position, `event` the type of the event, `data` JSON with ids, versions and ' +
      'states and no personal data. An event `resync` says that the position is too old: fetch anew. `: alive` is a heartbeat.',
    content: {
      'text/event-stream': {
        schema: { type: 'string', example: 'id: 12\nevent: incident.reported.v1\ndata: {"version":1}\n\n' },
      },
    },
  })
  @ApiForbiddenResponse({ description: 'Nothing is ever told to the roles of this account.' })
  async live(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @Query() query: LiveQuery,
  ): Promise<void> {
    const audiences = audiencesOf(caller);
    if (audiences.length === 0) throw roleMissing();
    const place = this.streams.reserve(caller.accountId, request.sessionId ?? '');
    try {
      const stream = await this.streams.start(reply.raw, this.cookie.tokenOf(request)?.token ?? '', place);
      const following = await this.followFeed.run(audiences, stream.wake, caller);
      const beginning = await this.beginning(following, request, query).catch((error: unknown) => {
        following.close();
        throw error;
      });
      answer(reply);
      if (request.method === 'HEAD') {
        following.close();
        return stream.end();
      }
      stream.begin(following, beginning);
    } catch (error) {
      place.release();
      throw error;
    }
  }

  private async beginning(following: Following, request: FastifyRequest, query: LiveQuery): Promise<Beginning> {
    const head = following.head();
    const header = request.headers['last-event-id'];
    const lastId = typeof header === 'string' && header !== '' ? header : query.lastEventId;
    if (lastId === undefined) {
      return { position: query.from === 'start' ? await following.start() : head, lost: false };
    }
    const seen = decodePosition(lastId);
    return { position: seen ?? head, lost: seen === undefined };
  }
}

/** Takes the answer out of Fastify's hands, headers of its hooks included. */
function answer(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  reply.raw.flushHeaders();
}
