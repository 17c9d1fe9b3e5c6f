import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import {
  AuditedRead,
  Allow,
  CurrentCaller,
  etagOf,
  Idempotent,
  IfMatch,
  page,
  ServiceController,
  type Caller,
} from '#platform';
import type { FastifyReply } from 'fastify';
import { decisionOf } from '../../domain/incident/decision.js';
import { CancelIncident } from '../../use-cases/cancel-incident.js';
import { incidentKey, ListIncidents } from '../../use-cases/list-incidents.js';
import { ReadIncident } from '../../use-cases/read-incident.js';
import { OVERSEERS, seesAll } from '../../use-cases/reader.js';
import { RegradeIncident } from '../../use-cases/regrade-incident.js';
import { ReleaseIncident } from '../../use-cases/release-incident.js';
import { IncidentPage, IncidentSummary, IncidentView } from './incident-answer.dto.js';
import { CancelRequest, IncidentQuery, RegradeRequest, ReleaseRequest } from './incident.dto.js';
import { incidentSummary, incidentView } from './incident.view.js';

/** Incidents as intake knows them: facts, grade, reports. How they are handled is with the incident file. */
@ApiTags('incidents')
@ServiceController('incidents')
export class IncidentsController {
  constructor(
    private readonly listIncidents: ListIncidents,
    private readonly readIncident: ReadIncident,
    private readonly regradeIncident: RegradeIncident,
    private readonly cancelIncident: CancelIncident,
    private readonly releaseIncident: ReleaseIncident,
  ) {}

  /** Incidents, newest first; enterprises and machines get those they filed a report of. */
  @Get()
  @AuditedRead('incident.read', { items: 'incidentId', counted: true })
  @Allow('enterprise_contact', 'machine', ...OVERSEERS)
  @ApiOkResponse({ type: IncidentPage })
  async list(@Query() query: IncidentQuery, @CurrentCaller() caller: Caller): Promise<IncidentPage> {
    const rows = await this.listIncidents.run(query, query, caller);
    return page(query, rows, incidentKey, (row) => incidentSummary(row, seesAll(caller)));
  }

  /** One incident with its reports. */
  @Get(':id')
  @AuditedRead('incident.read', { counted: true })
  @Allow('enterprise_contact', 'machine', ...OVERSEERS)
  @ApiOkResponse({ type: IncidentView })
  async read(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentView> {
    const { incident, reports } = await this.readIncident.run(id, caller);
    void reply.header('ETag', etagOf(decisionOf(incident)));
    return incidentView(incident, reports, seesAll(caller));
  }

  /** Changes the priority by hand: up by a dispatcher, down only by the duty chief. */
  @Post(':id/regrade')
  @HttpCode(200)
  @Allow('dispatcher', 'duty_chief')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: IncidentSummary })
  async regrade(
    @Param('id') id: string,
    @Body() body: RegradeRequest,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<IncidentSummary> {
    return incidentSummary(await this.regradeIncident.run(id, body, ifMatch, caller), true);
  }

  /** Lets units move for what was held, after a look at it: they are sent, or what later reports told counts. */
  @Post(':id/release')
  @HttpCode(200)
  @Allow(...rolesFor('incident.release'))
  @Idempotent({ required: false })
  @ApiOkResponse({ type: IncidentSummary })
  async release(
    @Param('id') id: string,
    @Body() body: ReleaseRequest,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<IncidentSummary> {
    return incidentSummary(await this.releaseIncident.run(id, body, ifMatch, caller), true);
  }

  /** Calls an incident off that no unit has acknowledged and no case was opened for; P1 and P2 only by the duty chief. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('dispatcher', 'duty_chief')
  @Idempotent({ required: false })
  @ApiOkResponse({ type: IncidentSummary })
  async cancel(
    @Param('id') id: string,
    @Body() body: CancelRequest,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<IncidentSummary> {
    return incidentSummary(await this.cancelIncident.run(id, body, ifMatch, caller), true);
  }
}
