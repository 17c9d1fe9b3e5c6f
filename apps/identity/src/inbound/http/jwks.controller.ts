import { Controller, Get, Header, NotFoundException, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse } from '@nestjs/swagger';
import type { JWK } from 'jose';
import { Public, ServiceConfig, type EndedSessionPage } from '#platform';
import { PublicKeys } from '../../use-cases/public-keys.js';
import { ReadEndedSessions } from '../../use-cases/read-ended-sessions.js';
import { EndedSessionsQuery } from './ended-sessions.dto.js';

/** What other processes must know of sessions: the public keys of this deployment (RFC 7517), and which have ended. */
@Controller('.well-known')
export class JwksController {
  constructor(
    private readonly publicKeys: PublicKeys,
    private readonly endedSessions: ReadEndedSessions,
    private readonly config: ServiceConfig,
  ) {}

  /** JSON Web Key Set. */
  @Get('jwks.json')
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOkResponse({
    description: 'JSON Web Key Set',
    schema: {
      type: 'object',
      required: ['keys'],
      properties: {
        keys: {
          type: 'array',
          items: {
            type: 'object',
            required: ['kty', 'crv', 'x', 'y', 'kid'],
            properties: Object.fromEntries(
              ['kty', 'crv', 'x', 'y', 'kid', 'alg', 'use'].map((name) => [name, { type: 'string' }]),
            ),
          },
        },
      },
    },
  })
  read(): { keys: JWK[] } {
    return this.publicKeys.execute();
  }

  /** Sessions that ended before their tokens do; for the services on the inner network, no proxy passes it on. */
  @Get('ended-sessions')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiExcludeEndpoint()
  ended(@Query() query: EndedSessionsQuery): Promise<EndedSessionPage> {
    if (this.config.profile === 'embedded') throw new NotFoundException();
    return this.endedSessions.execute(query);
  }
}
