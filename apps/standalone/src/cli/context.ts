import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppLogger, ownerOptions, processModule } from '#platform';
import type { StandaloneConfig } from '../standalone.config.js';
import { StandaloneModule } from '../standalone.module.js';

/** Runs work with the use cases of all services, over their databases, without listening or consuming anything. */
export async function withServices<T>(
  config: StandaloneConfig,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const logger = new AppLogger({ service: 'cli', level: 'error' });
  const app = await NestFactory.createApplicationContext(
    processModule(StandaloneModule, config, logger, ownerOptions(config)),
    {
      logger,
      abortOnError: false,
    },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
