import { IsBoolean, IsOptional } from 'class-validator';
import { Prose } from '#contracts';

/** Words to a step that may go without. */
export class StepBody {
  @IsOptional()
  @Prose(1000, { mayBeBlank: true })
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
  @Prose(1000)
  reason!: string;
}

/** How property was handed over. */
export class HandOverBody {
  /** Who collected it for the enterprise, and by which document; never an officer. */
  @Prose(1000)
  collector!: string;
}
