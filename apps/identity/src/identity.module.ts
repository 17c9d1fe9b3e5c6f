import { Module } from '@nestjs/common';
import { configProvider, ServiceModule } from '#platform';
import { IdentityConfig } from './identity.config.js';
import { AccountsController } from './inbound/http/accounts.controller.js';
import { JwksController } from './inbound/http/jwks.controller.js';
import { SessionsController } from './inbound/http/sessions.controller.js';
import { AccountsRepository } from './outbound/database/accounts.repository.js';
import { identitySchema } from './outbound/database/identity.schema.js';
import { SessionsRepository } from './outbound/database/sessions.repository.js';
import { SigningKeys } from './outbound/database/signing-keys.js';
import { Passwords } from './outbound/passwords.js';
import { ChangeAccount } from './use-cases/change-account.js';
import { CreateAccount } from './use-cases/create-account.js';
import { ListAccounts } from './use-cases/list-accounts.js';
import { PublicKeys } from './use-cases/public-keys.js';
import { PublishKeys } from './use-cases/publish-keys.js';
import { RefuseDemoData } from './use-cases/refuse-demo-data.js';
import { SeedDemoAccounts } from './use-cases/seed-demo-accounts.js';
import { TellOfAccounts } from './use-cases/tell-of-accounts.js';
import { Sessions } from './use-cases/sessions.js';
import { SignIn } from './use-cases/sign-in.js';

/** Who may sign in, and the proof of it. It hears of nobody; others hear of the contacts of enterprises. */
@Module({
  imports: [ServiceModule.of(identitySchema, { reads: [] })],
  // what comes in
  controllers: [SessionsController, AccountsController, JwksController],
  providers: [
    configProvider(IdentityConfig),
    // what it can do
    SignIn,
    Sessions,
    CreateAccount,
    ChangeAccount,
    ListAccounts,
    PublicKeys,
    PublishKeys,
    RefuseDemoData,
    TellOfAccounts,
    SeedDemoAccounts,
    // what goes out
    AccountsRepository,
    SessionsRepository,
    SigningKeys,
    Passwords,
  ],
  exports: [CreateAccount, SeedDemoAccounts],
})
export class IdentityModule {}
