import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import {
  Allow,
  AuditedRead,
  contactPage,
  ContactPage,
  CurrentCaller,
  Idempotent,
  IfMatch,
  PageQuery,
  ServiceController,
  type Caller,
} from '#platform';
import { ListContacts } from '../../use-cases/list-contacts.js';
import { ListIncidentFiles } from '../../use-cases/list-incident-files.js';
import { ReadIncidentFile, type FileAnswer } from '../../use-cases/read-incident-file.js';
import { RestrictIncident } from '../../use-cases/restrict-incident.js';
import { modelsOf, oneOf, READ } from './file-views.js';
import { IdPipe } from './id.pipe.js';
import { IncidentFilePage, IncidentFileQuery, RestrictionAnswer, RestrictRequest } from './incident-file.dto.js';

/** Files of incidents: everything about one incident, for whoever may see it. */
@ServiceController('incident-files')
export class IncidentFilesController {
  constructor(
    private readonly listFiles: ListIncidentFiles,
    private readonly readFile: ReadIncidentFile,
    private readonly restrictIncident: RestrictIncident,
    private readonly listContacts: ListContacts,
  ) {}

  /** The files a caller may open, newest first. */
  @Get()
  @AuditedRead('incident-file.listed', { items: 'incidentId', counted: true })
  @Allow(...rolesFor('file.list'))
  @ApiOkResponse({ type: IncidentFilePage })
  list(@CurrentCaller() caller: Caller, @Query() query: IncidentFileQuery): Promise<IncidentFilePage> {
    return this.listFiles.run(caller, query);
  }

  /**
   * One file: facts, dispatch with every candidate's reason, assignments, case, ledger, advice and timeline. An enterprise
   * gets six steps, the figures of its loss and its advice instead, a partner its task, a released unit what it told itself.
   */
  @Get(':incidentId')
  @AuditedRead('incident-file.read')
  @Allow(...rolesFor('file.read'))
  @ApiExtraModels(...modelsOf(READ))
  @ApiOkResponse({ schema: oneOf('IncidentFileAnswer', READ) })
  read(@CurrentCaller() caller: Caller, @Param('incidentId', IdPipe) incidentId: string): Promise<FileAnswer> {
    return this.readFile.run(caller, incidentId);
  }

  /** The enabled contacts of its enterprise: whom a restriction may name. */
  @Get(':incidentId/contacts')
  @AuditedRead('contact.read', { items: 'accountId' })
  @Allow(...rolesFor('file.restrict'))
  @ApiOkResponse({ type: ContactPage })
  async contacts(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @Query() query: PageQuery,
  ): Promise<ContactPage> {
    return contactPage(query, await this.listContacts.run(caller, incidentId, query));
  }

  /** Restricts what the enterprise is told to one named contact, or to nobody. */
  @Post(':incidentId/restrict')
  @HttpCode(200)
  @Allow(...rolesFor('file.restrict'))
  @Idempotent({ required: false })
  @ApiOkResponse({ type: RestrictionAnswer })
  async restrict(
    @CurrentCaller() caller: Caller,
    @Param('incidentId', IdPipe) incidentId: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: RestrictRequest,
  ): Promise<RestrictionAnswer> {
    const { restricted, safeContact } = await this.restrictIncident.run(caller, incidentId, ifMatch, body);
    return { incidentId, restricted, ...(safeContact !== undefined && { safeContact }) };
  }
}
