import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Allow, AuditedRead, CurrentCaller, Idempotent, ServiceController, type Caller } from '#platform';
import { EnterpriseFileView } from '../../domain/incident-file/projection.js';
import { IncidentFileView } from '../../domain/incident-file/views.js';
import { ListIncidentFiles } from '../../use-cases/list-incident-files.js';
import { ReadIncidentFile } from '../../use-cases/read-incident-file.js';
import { RestrictIncident } from '../../use-cases/restrict-incident.js';
import { IdPipe } from './id.pipe.js';
import { IncidentFilePage, IncidentFileQuery, RestrictionAnswer, RestrictRequest } from './incident-file.dto.js';

/** Files of incidents: everything about one incident, for whoever may see it. */
@ServiceController('incident-files')
export class IncidentFilesController {
  constructor(
    private readonly listFiles: ListIncidentFiles,
    private readonly readFile: ReadIncidentFile,
    private readonly restrictIncident: RestrictIncident,
  ) {}

  /** The files a caller may open, newest first. */
  @Get()
  @Allow(
    'call_taker', 'dispatcher', 'duty_chief', 'approver', 'supervisor', 'analyst',
    'officer', 'case_officer', 'unit_duty_leader', 'legal_reviewer', 'enterprise_contact', 'machine',
  ) // prettier-ignore
  @ApiOkResponse({ type: IncidentFilePage })
  list(@CurrentCaller() caller: Caller, @Query() query: IncidentFileQuery): Promise<IncidentFilePage> {
    return this.listFiles.run(caller, query);
  }

  /**
   * One file: facts, dispatch with every candidate's reason, assignments, case, ledger, advice and timeline. An enterprise
   * gets six steps, the figures of its loss and its advice instead.
   */
  @Get(':incidentId')
  @AuditedRead('incident-file.read', { param: 'incidentId' })
  @Allow(
    'call_taker', 'dispatcher', 'duty_chief', 'approver', 'supervisor', 'analyst',
    'officer', 'case_officer', 'unit_duty_leader', 'legal_reviewer', 'enterprise_contact', 'machine',
  ) // prettier-ignore
  @ApiExtraModels(IncidentFileView, EnterpriseFileView)
  @ApiOkResponse({
    schema: { anyOf: [{ $ref: getSchemaPath(IncidentFileView) }, { $ref: getSchemaPath(EnterpriseFileView) }] },
  })
  read(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
  ): Promise<IncidentFileView | EnterpriseFileView> {
    return this.readFile.run(caller, incidentId);
  }

  /** Restricts what the enterprise is told to one named contact, or to nobody. */
  @Post(':incidentId/restrict')
  @HttpCode(200)
  @Allow('call_taker', 'dispatcher', 'duty_chief', 'approver', 'officer', 'case_officer', 'unit_duty_leader')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: RestrictionAnswer })
  async restrict(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @Body() body: RestrictRequest,
  ): Promise<RestrictionAnswer> {
    const { restricted, safeContact } = await this.restrictIncident.run(caller, incidentId, body);
    return { incidentId, restricted, ...(safeContact !== undefined && { safeContact }) };
  }
}
