/** What may import what. Every rule has a fixture under test/architecture/fixtures that must break it. */
const lib = (name) => `^libs/${name}/`;
const node = (names) => `^node_modules/(${names})/`;

module.exports = {
  forbidden: [
    {
      name: 'no-app-to-app',
      comment: 'A service imports no other service; only standalone composes them.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    { name: 'no-lib-to-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'domain-is-plain',
      comment: 'Domain code knows its own folder, the domain kit and the shared language; no framework, no I/O.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^apps/$1/src/domain/',
          lib('domain-kit'),
          lib('contracts'),
          node('class-validator|class-transformer|reflect-metadata'),
        ],
      },
    },
    {
      name: 'domain-kit-is-plain',
      severity: 'error',
      from: { path: lib('domain-kit'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: lib('domain-kit') },
    },
    {
      name: 'contracts-know-no-lib',
      severity: 'error',
      from: { path: lib('contracts'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [lib('contracts'), node('class-validator|class-transformer|reflect-metadata')] },
    },
    {
      name: 'inbound-not-outbound',
      comment: 'What comes in goes through a use case.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/inbound/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/[^/]+/src/outbound/' },
    },
    {
      name: 'nothing-imports-inbound',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/(use-cases|domain|outbound)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/[^/]+/src/inbound/' },
    },
    {
      name: 'outbound-not-use-cases',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/outbound/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/[^/]+/src/use-cases/' },
    },
    {
      name: 'only-messaging-knows-kafka',
      severity: 'error',
      from: { pathNot: [lib('messaging'), lib('testing'), '\\.spec\\.ts$'] },
      to: { path: node('kafkajs') },
    },
    {
      name: 'only-persistence-knows-drivers',
      severity: 'error',
      from: { pathNot: [lib('persistence'), lib('testing'), '\\.spec\\.ts$'] },
      to: { path: node('typeorm|mysql2|libsql') },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'What nobody imports and imports nobody is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^apps/web/public/'] },
      to: {},
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
    },
  },
};
