import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { OutboxEvent } from './entities.js';

const POLL_MS = 1000;

/** Looks into the outbox once a second, sends event by event and deletes each. */
@Injectable()
export class OutboxPoller implements OnApplicationBootstrap {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {}

  static add(manager: EntityManager, topic: string, subject: string, payload: object): Promise<OutboxEvent> {
    return manager.save(OutboxEvent, { topic, subject, payload });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.kafka.connect();
    const turn = (): void => {
      void this.send()
        .catch(() => undefined)
        .then(() => setTimeout(turn, POLL_MS));
    };
    turn();
  }

  private async send(): Promise<void> {
    const repository = this.source.getRepository(OutboxEvent);
    for (const event of await repository.find({ order: { id: 'ASC' } })) {
      await lastValueFrom(this.kafka.emit(event.topic, { key: event.subject, value: event.payload }));
      await repository.delete(event.id);
    }
  }
}
