import { IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, WordList } from '../fields.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { ADVICE_CATEGORIES, type AdviceCategory } from '../vocabulary.js';

/** The enterprise gets advice on how to prevent the next one (防范建议). Not binding. */
export class AdviceIssued extends DomainEvent {
  static override readonly type = 'advice.issued.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'Prevention advice was issued to the enterprise.';

  @IsString() incidentId!: string;
  @IsString() adviceId!: string;
  @WordList(ADVICE_CATEGORIES) categories!: AdviceCategory[];
  @IsString() text!: string;
  @IsOptional() @IsISO8601() answerBy?: string;
  @IsISO8601() issuedAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
}
