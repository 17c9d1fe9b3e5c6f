import { IsInt, Max, Min } from 'class-validator';
import { Env, ServiceConfig } from '#platform';

/** Environment of the cases service. */
export class CasesConfig extends ServiceConfig {
  readonly service = 'cases';

  @Env('QIJING_PORT')
  @IsInt()
  @Min(0)
  @Max(65535)
  override port = 3003;
}
