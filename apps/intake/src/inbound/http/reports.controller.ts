import { Body, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  AuditedRead,
  BodyLimit,
  CurrentCaller,
  fromMachine,
  Idempotent,
  ServiceController,
  type Caller,
  type GroupWork,
} from '#platform';
import { AdmitReport } from '../../use-cases/admit-report.js';
import { ReadReport } from '../../use-cases/read-report.js';
import { OPERATORS, OVERSEERS } from '../../use-cases/reader.js';
import { ReceiveReport } from '../../use-cases/receive-report.js';
import { ReportReceipt, ReportView } from './report-answer.dto.js';
import { ReportRequest } from './report.dto.js';
import { reportView } from './report.view.js';

/** Reports: taking them is the hot path of the product. */
@ApiTags('reports')
@ServiceController('reports')
export class ReportsController {
  constructor(
    private readonly admitReport: AdmitReport,
    private readonly receiveReport: ReceiveReport,
    private readonly readReport: ReadReport,
  ) {}

  /** Takes a report. It is graded and stored durably, together with its incident, before this answers. */
  @Post()
  @BodyLimit('record')
  @Allow('enterprise_contact', 'machine', ...OPERATORS)
  @Idempotent({ required: fromMachine, group: 'reports' })
  @ApiCreatedResponse({ type: ReportReceipt })
  async receive(@Body() body: ReportRequest, @CurrentCaller() caller: Caller): Promise<GroupWork<ReportReceipt>> {
    // Whatever there is to refuse is refused here, before the report shares a transaction with others.
    const report = await this.admitReport.run(body, caller);
    return () => this.receiveReport.run(report);
  }

  /** One report, for operators and for the account that filed it. */
  @Get(':id')
  @AuditedRead('report.read')
  @Allow('enterprise_contact', 'machine', ...OVERSEERS)
  @ApiOkResponse({ type: ReportView })
  async read(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<ReportView> {
    return reportView(await this.readReport.run(id, caller));
  }
}
