import { bootstrapService } from '#platform';
import { demoPassword } from './demo/demo-password.js';
import { seedDemo } from './demo/seed-demo.js';
import { welcome } from './demo/welcome.js';
import { StandaloneConfig } from './standalone.config.js';
import { StandaloneModule } from './standalone.module.js';

const { app, config, url } = await bootstrapService(StandaloneModule, StandaloneConfig);
if (config.demo && config.nodeEnv !== 'production') {
  process.stdout.write(welcome(url, await seedDemo(app, demoPassword(config))));
} else {
  process.stdout.write(`Qijing 企警快处  ${url}\n`);
}
