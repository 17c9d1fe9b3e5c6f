import { Body, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  AuditedRead,
  Clock,
  CurrentCaller,
  etagOf,
  fromMachine,
  Idempotent,
  page,
  PageQuery,
  ServiceController,
  type Caller,
} from '#platform';
import type { Account } from '../../domain/account.js';
import { ChangeAccount } from '../../use-cases/change-account.js';
import { CreateAccount } from '../../use-cases/create-account.js';
import { ListAccounts } from '../../use-cases/list-accounts.js';
import { AccountAnswer, AccountPage, ChangeAccountRequest, NewAccountRequest } from './account.dto.js';

/** Accounts, for the system administrator. */
@ServiceController('accounts')
@Allow('sys_admin')
export class AccountsController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly listAccounts: ListAccounts,
    private readonly clock: Clock,
  ) {}

  /** Creates an account. */
  @Post()
  @Idempotent({ required: fromMachine })
  async create(
    @Body() body: NewAccountRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.createAccount.execute(body), reply);
  }

  /** Accounts in the order of their creation. */
  @Get()
  @AuditedRead('account.read', { items: 'accountId' })
  async list(@Query() query: PageQuery): Promise<AccountPage> {
    const rows = await this.listAccounts.execute(query);
    return page(
      query,
      rows,
      ({ id }) => [id],
      (account) => this.view(account),
    );
  }

  /** Changes name, roles or whether it is disabled; `If-Match` names the version read. */
  @Patch(':accountId')
  async change(
    @Param('accountId') accountId: string,
    @Body() body: ChangeAccountRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.changeAccount.execute(accountId, body, ifMatch, caller), reply);
  }

  private answer(account: Account, reply: FastifyReply): AccountAnswer {
    void reply.header('ETag', etagOf(account));
    return this.view(account);
  }

  private view(account: Account): AccountAnswer {
    const { id, name, roles, unitId, enterpriseId, disabled, version } = account;
    const locked = account.lockedUntil !== undefined && account.lockedUntil > this.clock.now();
    const createdAt = account.createdAt.toISOString();
    return {
      accountId: id,
      account: account.account,
      name,
      roles,
      unitId,
      enterpriseId,
      disabled,
      locked,
      createdAt,
      version,
    };
  }
}
