import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { JWK } from 'jose';
import { Public } from '#platform';
import { PublicKeys } from '../../use-cases/public-keys.js';

/** The public keys of this deployment (RFC 7517). */
@Controller('.well-known')
export class JwksController {
  constructor(private readonly publicKeys: PublicKeys) {}

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
  read(): Promise<{ keys: JWK[] }> {
    return this.publicKeys.execute();
  }
}
