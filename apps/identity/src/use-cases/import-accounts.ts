import { Injectable } from '@nestjs/common';
import { Refusal } from '#domain-kit';
import { Database } from '#persistence';
import {
  demandAll,
  sameInFile,
  type GivenRow,
  type HandedOut,
  type Keep,
  type SheetStore,
  type Verdict,
} from '#sheets';
import { accountDiffers, type Account } from '../domain/account.js';
import { AccountsRepository } from '../outbound/database/accounts.repository.js';
import { AccountCommands } from './account-commands.js';
import { accountSheet, type AccountLine } from './account-sheet.js';
import { CreateAccount, type NewAccount } from './create-account.js';

/**
 * Accounts from files, for a command on the machine, and into them. New ones have no password: each hands out a one-time secret.
 * What exists is never changed by a file: rights are granted one by one, where it matters by two.
 */
@Injectable()
export class ImportAccounts implements SheetStore<AccountLine> {
  readonly sheet = accountSheet;

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly commands: AccountCommands,
    private readonly createAccount: CreateAccount,
  ) {}

  /** Only judges: what new accounts hand out has to go somewhere ({@link handingOut}). */
  put(rows: readonly GivenRow<AccountLine>[], keep: Keep): Promise<Verdict[]> {
    if (keep !== 'none') throw new Error('new accounts hand out secrets: say where they go');
    return this.judge(rows);
  }

  handingOut(told: (handed: readonly HandedOut[]) => void): SheetStore<AccountLine> {
    return {
      sheet: accountSheet,
      pages: () => this.pages(),
      put: async (rows, keep) => {
        if (keep === 'none') return this.judge(rows);
        const { verdicts, handed } = await this.database.write(() => this.create(rows, keep));
        told(handed);
        return verdicts;
      },
    };
  }

  async *pages(): AsyncIterable<readonly AccountLine[]> {
    yield (await this.commands.list()).map(({ account }) => lineOf(account));
  }

  private async create(rows: readonly GivenRow<AccountLine>[], keep: Keep) {
    const verdicts = await this.judge(rows);
    demandAll(keep, verdicts);
    const handed: HandedOut[] = [];
    for (const [at, { values }] of rows.entries()) {
      if (verdicts[at]?.outcome !== 'created') continue;
      const { account, handedOut } = await this.createAccount.byCommand(wantedOf(values));
      if (handedOut) handed.push({ to: account.account, ...handedOut });
    }
    return { verdicts, handed };
  }

  private async judge(rows: readonly GivenRow<AccountLine>[]): Promise<Verdict[]> {
    const stored = await this.accounts.findByKeys(rows.map(({ values }) => wantedOf(values).account.toLowerCase()));
    const before = new Map(stored.map((account) => [account.accountKey, account]));
    return rows.map(({ values }) => {
      const wanted = wantedOf(values);
      return this.verdictOf(wanted, before.get(wanted.account.toLowerCase()));
    });
  }

  private verdictOf(wanted: NewAccount, before: Account | undefined): Verdict {
    try {
      if (!before) this.createAccount.of(wanted);
      else if (!sameInFile(accountSheet, { ...lineOf(before), account: wanted.account }, wanted))
        throw accountDiffers();
      return { outcome: before ? 'unchanged' : 'created' };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { outcome: 'refused', refusal };
    }
  }
}

/** What a row asks for; every required column is there once it was read. */
function wantedOf({ account = '', name = '', roles = [], unitId, enterpriseId }: Partial<AccountLine>): NewAccount {
  return {
    account,
    name,
    roles: [...new Set(roles)],
    ...(unitId !== undefined && { unitId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
  };
}

/** An account as a file has it: with the roles that wait for a second administrator, where it has none yet. */
function lineOf({ account, name, roles, pending, unitId, enterpriseId }: Account): AccountLine {
  return {
    account,
    name,
    roles: [...(roles.length > 0 ? roles : (pending?.roles ?? []))],
    ...(unitId !== undefined && { unitId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
  };
}
