import {
  INCIDENT_STATES,
  LAW_CLOCK_WAITS,
  PRIORITIES,
  Prose,
  type IncidentState,
  type LawClockWait,
  type Priority,
  Part,
} from '#contracts';
import { PageQuery } from '#platform';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { LISTED, modelsOf, oneOf } from './file-views.js';

const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IDS = new RegExp(`^${ID}(,${ID}){0,49}$`);

/** Filters of the list of incident files. They have no effect for enterprises and partners, which get their own files only. */
export class IncidentFileQuery extends PageQuery {
  @IsOptional()
  @IsIn(INCIDENT_STATES)
  state?: IncidentState;

  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  @IsOptional()
  @IsUUID()
  enterpriseId?: string;

  /** `open`: somebody still has something to do, the review included; `ended`: closed, called off or handed on. */
  @IsOptional()
  @IsIn(['open', 'ended'])
  stage?: 'open' | 'ended';

  /** Only those where a limit of the law is half used up or over: for whom who must act, or for anybody. */
  @IsOptional()
  @IsIn(['all', ...LAW_CLOCK_WAITS])
  ringing?: 'all' | LawClockWait;

  /** Up to 50 ids of incidents, separated by commas: for lists that follow the live feed. */
  @IsOptional()
  @Matches(IDS)
  ids?: string;
}

/** Somebody of the enterprise who may be told about a restricted incident. */
export class RestrictedContactRequest {
  /** Account name of the contact. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/)
  account!: string;
}

/** Restricts what the enterprise is told. */
export class RestrictRequest {
  @Prose(500)
  reason!: string;

  /** Without one nobody of the enterprise is told anything until one is named. */
  @IsOptional()
  @Part(() => RestrictedContactRequest)
  safeContact?: RestrictedContactRequest;
}

/** What a restriction came to. */
export class RestrictionAnswer {
  incidentId!: string;
  restricted!: boolean;
  /** Account that may still be told. */
  safeContact?: string;
}

/** One page: for police summaries with state, priority and units; for an enterprise its files, for a partner its tasks. */
@ApiExtraModels(...modelsOf(LISTED))
export class IncidentFilePage {
  @ApiProperty({ type: 'array', items: oneOf('ListedIncidentFile', LISTED) })
  items!: object[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
