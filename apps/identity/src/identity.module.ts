import { Module } from '@nestjs/common';
import { configProvider, ServiceModule } from '#platform';
import { IdentityConfig } from './identity.config.js';
import { AccountsController } from './inbound/http/accounts.controller.js';
import { JwksController } from './inbound/http/jwks.controller.js';
import { PasswordsController } from './inbound/http/passwords.controller.js';
import { SessionsController } from './inbound/http/sessions.controller.js';
import { SetupController } from './inbound/http/setup.controller.js';
import { CommonPasswords } from './outbound/common-passwords.js';
import { AccountsRepository } from './outbound/database/accounts.repository.js';
import { identitySchema } from './outbound/database/identity.schema.js';
import { SessionsRepository } from './outbound/database/sessions.repository.js';
import { SetupRepository } from './outbound/database/setup.repository.js';
import { SignInSourcesRepository } from './outbound/database/sign-in-sources.repository.js';
import { SigningKeys } from './outbound/database/signing-keys.js';
import { KeySeal } from './outbound/key-seal.js';
import { Passwords } from './outbound/passwords.js';
import { AccountCommands } from './use-cases/account-commands.js';
import { Admit } from './use-cases/admit.js';
import { AskForSetup } from './use-cases/ask-for-setup.js';
import { ChangeAccount } from './use-cases/change-account.js';
import { CheckPassword } from './use-cases/check-password.js';
import { CreateAccount } from './use-cases/create-account.js';
import { DisableUnusedAccounts } from './use-cases/disable-unused-accounts.js';
import { EndIdleSessions } from './use-cases/end-idle-sessions.js';
import { EndWhatLiesIdle } from './use-cases/end-what-lies-idle.js';
import { Guesses } from './use-cases/guesses.js';
import { ImportAccounts } from './use-cases/import-accounts.js';
import { IssueSecret } from './use-cases/issue-secret.js';
import { ListAccounts } from './use-cases/list-accounts.js';
import { NewPassword } from './use-cases/new-password.js';
import { PublicKeys } from './use-cases/public-keys.js';
import { ReadEndedSessions } from './use-cases/read-ended-sessions.js';
import { TellOfSessions } from './use-cases/tell-of-sessions.js';
import { RefuseDemoData } from './use-cases/refuse-demo-data.js';
import { SeedDemoAccounts } from './use-cases/seed-demo-accounts.js';
import { TellOfAccounts } from './use-cases/tell-of-accounts.js';
import { Sessions } from './use-cases/sessions.js';
import { SetPassword } from './use-cases/set-password.js';
import { SetUp } from './use-cases/set-up.js';
import { SignIn } from './use-cases/sign-in.js';

/** Who may sign in, and the proof of it. It hears of nobody; others hear of the contacts of enterprises. */
@Module({
  imports: [ServiceModule.of(identitySchema, { reads: [] })],
  // what comes in
  controllers: [SessionsController, PasswordsController, SetupController, AccountsController, JwksController],
  providers: [
    configProvider(IdentityConfig),
    // what it can do
    SignIn,
    CheckPassword,
    Guesses,
    Admit,
    Sessions,
    SetPassword,
    NewPassword,
    IssueSecret,
    SetUp,
    CreateAccount,
    ChangeAccount,
    AccountCommands,
    EndIdleSessions,
    DisableUnusedAccounts,
    EndWhatLiesIdle,
    ListAccounts,
    PublicKeys,
    ReadEndedSessions,
    TellOfSessions,
    RefuseDemoData,
    AskForSetup,
    TellOfAccounts,
    SeedDemoAccounts,
    ImportAccounts,
    // what goes out
    AccountsRepository,
    SignInSourcesRepository,
    SessionsRepository,
    SetupRepository,
    SigningKeys,
    KeySeal,
    Passwords,
    CommonPasswords,
  ],
  exports: [SetUp, CreateAccount, AccountCommands, SeedDemoAccounts, ImportAccounts],
})
export class IdentityModule {}
