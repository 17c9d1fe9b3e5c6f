import { Body, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  AuditedRead,
  BodyLimit,
  contactPage,
  ContactPage,
  CurrentCaller,
  etagOf,
  Idempotent,
  IfMatch,
  page,
  PageQuery,
  ServiceController,
  type Caller,
} from '#platform';
import type { FastifyReply } from 'fastify';
import { ChangeEnterprise } from '../../use-cases/change-enterprise.js';
import { ListContacts } from '../../use-cases/list-contacts.js';
import { ListEnterprises } from '../../use-cases/list-enterprises.js';
import { ReadEnterprise } from '../../use-cases/read-enterprise.js';
import { DIRECTORY_KEEPERS, OPERATORS, OVERSEERS, seesPhones } from '../../use-cases/reader.js';
import { RegisterEnterprise } from '../../use-cases/register-enterprise.js';
import { EnterprisePatch, EnterpriseQuery, EnterpriseRequest } from './enterprise.dto.js';
import { EnterprisePage, EnterpriseView } from './enterprise-answer.dto.js';
import { enterpriseView } from './enterprise.view.js';

/** The enterprise directory. */
@ApiTags('enterprises')
@ServiceController('enterprises')
export class EnterprisesController {
  constructor(
    private readonly listEnterprises: ListEnterprises,
    private readonly readEnterprise: ReadEnterprise,
    private readonly registerEnterprise: RegisterEnterprise,
    private readonly changeEnterprise: ChangeEnterprise,
    private readonly listContacts: ListContacts,
  ) {}

  /** The directory, by id; an enterprise contact gets the own entry only. */
  @Get()
  @AuditedRead('enterprise.read', { items: 'enterpriseId' })
  @Allow('enterprise_contact', 'liaison', ...OVERSEERS)
  @ApiOkResponse({ type: EnterprisePage })
  async list(@Query() query: EnterpriseQuery, @CurrentCaller() caller: Caller): Promise<EnterprisePage> {
    const rows = await this.listEnterprises.run(query, query.search, caller);
    return page(
      query,
      rows,
      ({ id }) => [id],
      (row) => enterpriseView(row, seesPhones(caller)),
    );
  }

  /** One entry; its version is in the ETag. */
  @Get(':id')
  @AuditedRead('enterprise.read')
  @Allow('enterprise_contact', 'liaison', ...OVERSEERS)
  @ApiOkResponse({ type: EnterpriseView })
  async read(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnterpriseView> {
    const row = await this.readEnterprise.run(id, caller);
    void reply.header('ETag', etagOf(row));
    return enterpriseView(row, seesPhones(caller));
  }

  /** Its enabled contacts: whom an operator may name as safe contact when a report is taken. */
  @Get(':id/contacts')
  @AuditedRead('contact.read', { items: 'accountId' })
  @Allow(...OPERATORS)
  @ApiOkResponse({ type: ContactPage })
  async contacts(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<ContactPage> {
    return contactPage(query, await this.listContacts.run(id, query, caller));
  }

  /** Enters an enterprise in the directory. */
  @Post()
  @BodyLimit('record')
  @Allow(...DIRECTORY_KEEPERS)
  @Idempotent({ required: false })
  @ApiCreatedResponse({ type: EnterpriseView })
  async register(@Body() body: EnterpriseRequest): Promise<EnterpriseView> {
    return enterpriseView(await this.registerEnterprise.run(body));
  }

  /** Changes fields of an entry; If-Match names the version that was read. */
  @Patch(':id')
  @BodyLimit('record')
  @Allow(...DIRECTORY_KEEPERS)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that the change starts from.' })
  @ApiOkResponse({ type: EnterpriseView })
  async change(
    @Param('id') id: string,
    @Body() body: EnterprisePatch,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnterpriseView> {
    const row = await this.changeEnterprise.run(id, body, ifMatch);
    void reply.header('ETag', etagOf(row));
    return enterpriseView(row);
  }
}
