import { Body, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  AuditedRead,
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
import { ChangeAccount, type Decided } from '../../use-cases/change-account.js';
import { CreateAccount } from '../../use-cases/create-account.js';
import { ListAccounts } from '../../use-cases/list-accounts.js';
import { accountAnswer } from './account-answer.js';
import {
  AccountAnswer,
  AccountPage,
  ChangeAccountRequest,
  DecidedAccountAnswer,
  NewAccountRequest,
} from './account.dto.js';

/** Accounts: the system administrator keeps them, another administrator confirms what takes two, all three read them. */
@ServiceController('accounts')
@Allow('sys_admin', 'sec_admin', 'audit_admin')
export class AccountsController {
  constructor(
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly listAccounts: ListAccounts,
  ) {}

  /**
   * Creates an account; it has no password until its person sets one with a one-time secret (`reset`). Roles that take two
   * administrators are `pending` until another administrator confirms them, who then hands out the secret.
   */
  @Post()
  @Allow('sys_admin')
  @Idempotent({ required: fromMachine })
  async create(
    @Body() body: NewAccountRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer({ account: await this.createAccount.execute(body, caller) }, caller, reply);
  }

  /** Accounts in the order of their creation. */
  @Get()
  @AuditedRead('account.read', { items: 'accountId' })
  async list(@Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<AccountPage> {
    const { rows, blocked } = await this.listAccounts.execute(query);
    return page(
      query,
      rows,
      ({ id }) => [id],
      (account) => accountAnswer(account, caller, blocked.has(account.id)),
    );
  }

  /**
   * Changes name, roles, unit or whether it is disabled; `If-Match` names the version read. What takes two administrators is
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

  /**
   * The password is over and every session ends; `handedOut` is what the person sets another one with. Of an account with roles
   * that take two administrators this is `pending`, and whoever confirms hands it out.
   */
  @Post(':accountId/reset')
  @HttpCode(200)
  @Allow('sys_admin')
  async reset(
    @Param('accountId') accountId: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecidedAccountAnswer> {
    return this.answer(await this.changeAccount.reset({ id: accountId, ifMatch, caller }), caller, reply);
  }

  /** Lets devices and addresses that were backed off after wrong passwords try again. */
  @Post(':accountId/unlock')
  @HttpCode(200)
  @Allow('sys_admin')
  async unlock(
    @Param('accountId') accountId: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    return this.answer(await this.changeAccount.unlock({ id: accountId, ifMatch, caller }), caller, reply);
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
  ): Promise<DecidedAccountAnswer> {
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

  private async answer(
    { account, handedOut }: Decided,
    caller: Caller,
    reply: FastifyReply,
  ): Promise<DecidedAccountAnswer> {
    void reply.header('ETag', etagOf(account));
    const shown = handedOut && { handedOut: { secret: handedOut.secret, until: handedOut.until.toISOString() } };
    return { ...accountAnswer(account, caller, await this.listAccounts.isBlocked(account.id)), ...shown };
  }
}
