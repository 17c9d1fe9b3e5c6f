import { bootstrapService } from '#platform';
import { CasesConfig } from './cases.config.js';
import { CasesModule } from './cases.module.js';

await bootstrapService(CasesModule, CasesConfig);
