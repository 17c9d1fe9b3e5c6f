import { loadConfigOrExit } from '#platform';
import { createGateway } from './gateway.js';
import { GatewayConfig } from './gateway.config.js';

/** Live streams end when they are cut, ms. */
const GRACE = 1_000;

const config = loadConfigOrExit(GatewayConfig);
const gateway = await createGateway({ upstreams: config, bodyLimit: config.bodyLimit });
process.stderr.write(`gateway on ${await gateway.listen({ port: config.port, host: config.host })}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => gateway.server.closeAllConnections(), GRACE).unref();
    void gateway.close().then(() => process.exit(0));
  });
}
