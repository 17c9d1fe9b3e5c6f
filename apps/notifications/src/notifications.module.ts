import { Module } from '@nestjs/common';
import { INCIDENTS, UNITS } from '#contracts';
import { configProvider, ServiceModule } from '#platform';
import { ToldEvents } from './inbound/events/told-events.js';
import { LiveController } from './inbound/http/live.controller.js';
import { LiveStreams } from './inbound/http/live-streams.js';
import { NoticesController } from './inbound/http/notices.controller.js';
import { NotificationsConfig } from './notifications.config.js';
import { NOTICE_CHANNELS, type NoticeChannel } from './outbound/channels/channel.js';
import { CHANNELS } from './outbound/channels/index.js';
import { AudienceRepository } from './outbound/database/audience.repository.js';
import { DeliveryRepository } from './outbound/database/delivery.repository.js';
import { FeedRepository } from './outbound/database/feed.repository.js';
import { NoticeRepository } from './outbound/database/notice.repository.js';
import { notificationsSchema } from './outbound/database/notifications.schema.js';
import { incidentAudiences } from './outbound/database/tables.js';
import { DeliverNotices } from './use-cases/deliver-notices.js';
import { FollowFeed } from './use-cases/follow-feed.js';
import { ForgetOldEntries } from './use-cases/forget-old-entries.js';
import { ListNotices } from './use-cases/list-notices.js';
import { RecordEvent } from './use-cases/record-event.js';

const store = ServiceModule.of(notificationsSchema, {
  reads: [
    { stream: INCIDENTS, sources: ['intake', 'routing', 'cases'] },
    { stream: UNITS, sources: ['routing'] },
  ],
  seenIn: incidentAudiences,
});

/** Notifications 通知: tells operators, units and enterprises what each may know. */
@Module({
  imports: [store],
  controllers: [ToldEvents, LiveController, NoticesController],
  providers: [
    configProvider(NotificationsConfig),
    RecordEvent,
    FollowFeed,
    ListNotices,
    ForgetOldEntries,
    DeliverNotices,
    LiveStreams,
    AudienceRepository,
    FeedRepository,
    NoticeRepository,
    DeliveryRepository,
    ...CHANNELS,
    { provide: NOTICE_CHANNELS, useFactory: (...channels: NoticeChannel[]) => channels, inject: [...CHANNELS] },
  ],
})
export class NotificationsModule {}
