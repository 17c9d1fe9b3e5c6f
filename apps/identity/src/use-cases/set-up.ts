import { Injectable } from '@nestjs/common';
import { actingAs, Database, sha256Of } from '#persistence';
import {
  checkThree,
  FIRST_ADMINISTRATORS,
  FIRST_THREE,
  setupDone,
  setupLinkRefused,
  type FirstAdministrator,
  type FirstPeople,
} from '../domain/setup.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { SetupRepository } from '../outbound/database/setup.repository.js';
import { CreateAccount } from './create-account.js';
import { IssueSecret, type OneTimeSecret } from './issue-secret.js';

/** An administrator of a new deployment, and what that person sets a password with. */
export interface MadeAdministrator extends OneTimeSecret {
  readonly which: FirstAdministrator;
  readonly account: string;
}

/**
 * Makes the three administrators of an empty deployment, all or none, once: by a command on the machine, or on a page behind a
 * link that such a command has made. Nobody has a password that somebody else knows.
 */
@Injectable()
export class SetUp {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly setup: SetupRepository,
    private readonly createAccount: CreateAccount,
    private readonly issueSecret: IssueSecret,
  ) {}

  /** A secret for the page; one made before works no longer. Opens a unit of work. Throws 409 `setup.done`. */
  async link(): Promise<OneTimeSecret> {
    const { secret, until } = this.issueSecret.fresh();
    await this.database.write(async () => {
      await this.refuseAccounts();
      await this.setup.putLink(sha256Of(secret), until);
    });
    return { secret, until };
  }

  /** Opens a unit of work. Throws 409 `setup.done`, 422 `setup.link-refused`, and what `byCommand` throws. */
  byLink(secret: string, people: FirstPeople): Promise<MadeAdministrator[]> {
    return actingAs('setup', () =>
      this.database.write(async () => {
        await this.refuseAccounts();
        if (!(await this.setup.works(sha256Of(secret)))) throw setupLinkRefused();
        return this.make(people);
      }),
    );
  }

  /**
   * Opens a unit of work. Throws 409 `setup.done` or `account.taken`, 422 `setup.three-people` or `account.name-reserved`.
   */
  byCommand(people: FirstPeople): Promise<MadeAdministrator[]> {
    return this.database.write(async () => {
      await this.refuseAccounts();
      return this.make(people);
    });
  }

  private async make(people: FirstPeople): Promise<MadeAdministrator[]> {
    checkThree(people);
    // Of two that come at once one waits here for the other, and finds it done.
    if (!(await this.setup.finish())) throw setupDone();
    const made: MadeAdministrator[] = [];
    for (const which of FIRST_THREE) {
      const wanted = { ...people[which], roles: [FIRST_ADMINISTRATORS[which]] };
      const { account, handedOut } = await this.createAccount.byCommand(wanted);
      if (handedOut) made.push({ which, account: account.account, ...handedOut });
    }
    return made;
  }

  private async refuseAccounts(): Promise<void> {
    if (await this.accounts.any()) throw setupDone();
  }
}
