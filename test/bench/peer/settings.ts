import { EventPattern } from '@nestjs/microservices';

/** What the bench tells a process of the peer. */
export interface PeerSettings {
  readonly part: 'intake' | 'routing' | 'cases' | 'notifications';
  readonly port: number;
  readonly prefix: string;
  readonly brokers: string[];
  readonly mysql: { host: string; port: number; user: string; password: string };
}

export const settings = JSON.parse(process.env['PEER_SETTINGS'] ?? '{}') as PeerSettings;

/** Topics, one per event, as the stock transport has it. */
export const TOPIC = {
  reported: `${settings.prefix}incident.reported.v1`,
  planned: `${settings.prefix}dispatch.planned.v1`,
};

/** The stock decorator; its type wants a handler that takes just anything. */
export const OnEvent = (topic: string): MethodDecorator => EventPattern(topic) as MethodDecorator;
