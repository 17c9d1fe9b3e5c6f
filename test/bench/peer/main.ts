import 'reflect-metadata';
import { Module, ValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { CasesController } from './cases.controller.js';
import { entities } from './entities.js';
import { IntakeController } from './intake.controller.js';
import { NotificationsController } from './notifications.controller.js';
import { OutboxPoller } from './outbox.poller.js';
import { RoutingController } from './routing.controller.js';
import { settings } from './settings.js';

const CONTROLLERS: Record<typeof settings.part, Type> = {
  intake: IntakeController,
  routing: RoutingController,
  cases: CasesController,
  notifications: NotificationsController,
};
const { part, port, prefix, brokers, mysql } = settings;
const client = { clientId: part, brokers, logLevel: 0 };

const source = {
  provide: DataSource,
  useFactory: () =>
    new DataSource({
      type: 'mysql',
      host: mysql.host,
      port: mysql.port,
      username: mysql.user,
      password: mysql.password,
      database: `${prefix}${part}`,
      entities,
      synchronize: true,
      poolSize: 10,
    }).initialize(),
};
const kafka = { provide: 'KAFKA', useFactory: () => new ClientKafka({ client, producerOnlyMode: true }) };

/** One service of the naive peer: what the documentation shows first, and nothing else. */
@Module({ controllers: [CONTROLLERS[part]], providers: [source, kafka, OutboxPoller] })
class PeerModule {}

const app = await NestFactory.create<NestFastifyApplication>(PeerModule, new FastifyAdapter(), {
  logger: ['error'],
  forceCloseConnections: true,
});
app.useGlobalPipes(new ValidationPipe({ transform: true }));
if (part !== 'intake') {
  app.connectMicroservice<MicroserviceOptions>({
    transport: Transport.KAFKA,
    options: { client, consumer: { groupId: `${prefix}${part}` }, subscribe: { fromBeginning: true } },
  });
  await app.startAllMicroservices();
}
await app.listen(port, '127.0.0.1');
process.send?.('ready');
