import 'reflect-metadata';
import { bootstrapService } from '#platform';
import { NotificationsConfig } from './notifications.config.js';
import { NotificationsModule } from './notifications.module.js';

await bootstrapService(NotificationsModule, NotificationsConfig);
