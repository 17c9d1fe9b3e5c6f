import { bootstrapService } from '#platform';
import { IntakeConfig } from './intake.config.js';
import { IntakeModule } from './intake.module.js';

await bootstrapService(IntakeModule, IntakeConfig);
