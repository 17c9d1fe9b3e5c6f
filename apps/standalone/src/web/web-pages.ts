import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { builtPages, serverOf, servePages } from '#platform';

/**
 * Serves the built pages: files with hashed names for good, everything else asked for anew; every address below an app
 * that names no file is that app's page. Routes of the API are more specific and never shadowed. Without built pages the
 * process serves the API alone.
 */
@Injectable()
export class WebPages implements OnModuleInit {
  private readonly folder = builtPages();

  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const { folder } = this;
    const server = serverOf(this.adapter);
    if (!server) return;
    if (folder === undefined) {
      new Logger('web').warn('the pages are not built (npm run build): only the API is served');
      return;
    }
    servePages(server.getInstance<FastifyInstance>(), folder);
  }
}
