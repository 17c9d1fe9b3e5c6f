import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** Words to a step that may go without. */
export class StepBody {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** What legal review says. */
export class OpinionBody extends StepBody {
  /** False: sent back to who proposed it. */
  @IsBoolean()
  agree!: boolean;
}

/** Why something is not approved. */
export class RejectBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

/** How property was handed over. */
export class HandOverBody {
  /** Who collected it for the enterprise, and by which document; never an officer. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  collector!: string;
}
