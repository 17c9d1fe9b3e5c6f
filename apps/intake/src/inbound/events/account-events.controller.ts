import { Payload } from '@nestjs/microservices';
import { AccountChanged } from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { Contacts } from '#platform';

/** What identity says about accounts: who may be named as safe contact. */
@EventConsumerController()
export class AccountEvents {
  constructor(private readonly contacts: Contacts) {}

  @OnEvent('intake', AccountChanged)
  changed(@Payload() event: AccountChanged): Promise<void> {
    return this.contacts.take(event);
  }
}
