import { Injectable } from '@nestjs/common';
import { actingAs, Database, sha256Of } from '#persistence';
import { Clock } from '#platform';
import { secretRefused, type Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SignInSourcesRepository } from '../outbound/database/sign-in-sources.repository.js';
import { NewPassword } from './new-password.js';

/** A person sets the own password with a one-time secret, which is used up by it. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sources: SignInSourcesRepository,
    private readonly newPassword: NewPassword,
    private readonly clock: Clock,
  ) {}

  /** Answers the account's name. Opens a unit of work. Throws 422 `password.secret-refused` or what is wrong with the password. */
  async execute(secret: string, password: string): Promise<string> {
    const hash = sha256Of(secret);
    const found = await this.accounts.findByReset(hash);
    if (!this.works(found)) throw secretRefused();
    const passwordHash = await this.newPassword.judge(found, password);
    await actingAs(`account:${found.id}`, () =>
      this.database.write(async () => {
        const account = await this.accounts.find(found.id);
        if (!this.works(account) || account.resetHash !== hash) throw secretRefused();
        await this.newPassword.put(account, passwordHash);
        await this.sources.unblock(account.id);
      }),
    );
    return found.account;
  }

  private works(account: Account | undefined): account is Account {
    return account?.resetUntil !== undefined && account.resetUntil > this.clock.now();
  }
}
