import { leaveWithReason, loadServerConfig, processEnvironment } from '#platform';
import { createGateway } from './gateway.js';
import { GatewayConfig } from './gateway.config.js';

/** Live streams end when they are cut, ms. */
const GRACE = 1_000;

let port = 0;
const gateway = await start().catch((error: unknown) =>
  leaveWithReason(error, { program: 'node dist/programs/gateway.js', port }),
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => gateway.server.closeAllConnections(), GRACE).unref();
    void gateway.close().then(() => process.exit(0));
  });
}

async function start(): ReturnType<typeof createGateway> {
  const config = loadServerConfig(GatewayConfig, processEnvironment());
  port = config.port;
  const made = await createGateway({ upstreams: config, bodyLimit: config.bodyLimit });
  process.stderr.write(`gateway on ${await made.listen({ port, host: config.host })}\n`);
  return made;
}
