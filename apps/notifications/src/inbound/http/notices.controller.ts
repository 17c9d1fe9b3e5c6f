import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditedRead, Allow, CurrentCaller, decodeCursor, page, type Caller } from '#platform';
import { ListNotices } from '../../use-cases/list-notices.js';
import { NoticePage, NoticesQuery, type NoticeView } from './notices.dto.js';

type Notice = Awaited<ReturnType<ListNotices['run']>>[number];

/** What enterprises were told. */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly listNotices: ListNotices) {}

  /** Newest first. Operators name an incident; contacts of an enterprise see their own. */
  @Get()
  @AuditedRead('notice.read', { items: 'noticeId', counted: true })
  @Allow('call_taker', 'dispatcher', 'duty_chief', 'enterprise_contact')
  @ApiOperation({ summary: 'Notices to the enterprise' })
  @ApiOkResponse({ type: NoticePage })
  async list(@Query() query: NoticesQuery, @CurrentCaller() caller: Caller): Promise<NoticePage> {
    const [before] = decodeCursor(query.after, 1) ?? [];
    const rows = await this.listNotices.run(caller, {
      incidentId: query.incidentId,
      before: before === undefined ? undefined : String(before),
      limit: query.limit + 1,
    });
    return page(query, rows, ({ id }) => [id], view);
  }
}

function view(row: Notice): NoticeView {
  return {
    noticeId: row.id,
    incidentId: row.incidentId,
    number: row.number,
    step: row.template,
    templateVersion: row.templateVersion,
    position: row.position,
    audience: row.audience,
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString(),
  };
}
