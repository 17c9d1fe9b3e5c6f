import { Body, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  AuditedRead,
  Clock,
  CurrentCaller,
  etagOf,
  fromMachine,
  Idempotent,
  IfMatch,
  page,
  PageQuery,
  ServiceController,
  type Caller,
} from '#platform';
import type { Account } from '../../domain/account.js';
import { ChangeAccount } from '../../use-cases/change-account.js';
import { CreateAccount } from '../../use-cases/create-account.js';
import { ListAccounts } from '../../use-cases/list-accounts.js';
import { accountAnswer } from './account-answer.js';
import { AccountAnswer, AccountPage, ChangeAccountRequest, NewAccountRequest } from './account.dto.js';

/** Accounts: the system administrator keeps them, another administrator confirms what takes two, all three read them. */
@ServiceController('accounts')
@Allow('sys_admin', 'sec_admin', 'audit_admin')
export class AccountsController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly listAccounts: ListAccounts,
    private readonly clock: Clock,
  ) {}

  /** Creates an account. Roles that take two administrators are `pending` until another administrator confirms them. */
  @Post()
  @Allow('sys_admin')
  @Idempotent({ required: fromMachine })
  async create(
    @Body() body: NewAccountRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.createAccount.execute(body, caller), caller, reply);
  }

  /** Accounts in the order of their creation. */
  @Get()
  @AuditedRead('account.read', { items: 'accountId' })
  async list(@Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<AccountPage> {
    const rows = await this.listAccounts.execute(query);
    return page(
      query,
      rows,
      ({ id }) => [id],
      (account) => accountAnswer(account, caller, this.clock.now()),
    );
  }

  /**
   * Changes name, roles or whether it is disabled; `If-Match` names the version read. What takes two administrators is
   * `pending` until another one confirms it; a newer proposal takes its place.
   */
  @Patch(':accountId')
  @Allow('sys_admin')
  async change(
    @Param('accountId') accountId: string,
    @Body() body: ChangeAccountRequest,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.changeAccount.execute({ id: accountId, ifMatch, caller }, body), caller, reply);
  }

  /** Another administrator agrees to the change that waits, in the version named by `If-Match`. */
  @Post(':accountId/confirm')
  @HttpCode(200)
  @Allow('sec_admin', 'audit_admin')
  async confirm(
    @Param('accountId') accountId: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.changeAccount.confirm({ id: accountId, ifMatch, caller }), caller, reply);
  }

  /** Another administrator does not agree to the change that waits; what is in force stays. */
  @Post(':accountId/refuse')
  @HttpCode(200)
  @Allow('sec_admin', 'audit_admin')
  async refuse(
    @Param('accountId') accountId: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.changeAccount.refuse({ id: accountId, ifMatch, caller }), caller, reply);
  }

  private answer(account: Account, caller: Caller, reply: FastifyReply): AccountAnswer {
    void reply.header('ETag', etagOf(account));
    return accountAnswer(account, caller, this.clock.now());
  }
}
