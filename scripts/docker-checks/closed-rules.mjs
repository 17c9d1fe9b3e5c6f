/** What a container may not do without: each rule says what is wrong with a service, or nothing. */
const MAY_ADD = ['NET_BIND_SERVICE'];
const OURS = /^qijing\/\w+:\$\{QIJING_VERSION:-local\}$/;
const BY_DIGEST = /@sha256:[0-9a-f]{64}$/;
/** An exact version, and a variable by which whoever runs it names a digest. */
const BY_VERSION = /^\$\{QIJING_\w+_IMAGE:-[\w./-]+:\d+\.\d+\.\d+[\w.-]*\}$/;
const STARTS_A_RUNTIME = /\b(node|java|python\d?)\b|\.sh\b/;

const rules = {
  user: ({ user = '' }) => /^(0|root)?(:|$)/.test(user) && 'must not run as root',
  read_only: (service) => service.read_only !== true && 'must be read-only',
  cap_drop: ({ cap_drop: dropped = [] }) => !dropped.includes('ALL') && 'must drop ALL capabilities',
  cap_add: ({ cap_add: added = [] }) =>
    added.some((each) => !MAY_ADD.includes(each)) && `may add no capability but ${MAY_ADD}`,
  security_opt: ({ security_opt: options = [] }) =>
    !options.includes('no-new-privileges:true') && 'must have no-new-privileges:true',
  privileged: (service) =>
    ['privileged', 'network_mode', 'pid', 'ipc', 'devices'].some((each) => each in service) &&
    'may share nothing with its host',
  pids_limit: ({ pids_limit: limit }) => !(limit > 0) && 'needs a limit of processes',
  mem_limit: ({ mem_limit: limit }) => !limit && 'needs a limit of memory',
  cpus: ({ cpus }) => !cpus && 'needs a limit of processors',
  logging: ({ logging }) =>
    !(logging?.options?.['max-size'] && logging.options['max-file']) && 'must rotate its log (max-size, max-file)',
  image: ({ image = '' }) =>
    ![OURS, BY_DIGEST, BY_VERSION].some((form) => form.test(image)) &&
    'must name a digest, or an exact version in a variable QIJING_…_IMAGE that can name one',
  healthcheck: ({ healthcheck, build }) =>
    (healthcheck ? STARTS_A_RUNTIME.test(healthcheck.test?.join(' ') ?? '') : !build) &&
    'needs a health check that starts no runtime',
};

/** Faults of one service, as they stand in its file. */
export const closedFaults = (name, service) =>
  Object.entries(rules)
    .map(([rule, judge]) => [rule, judge(service)])
    .filter(([, fault]) => fault)
    .map(([rule, fault]) => `services.${name}.${rule}: ${fault}`);

/** Images that are named by a version alone: honest about what a registry may still change. */
export const imagesByVersion = (texts) => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(/_IMAGE(?::-|=)([\w./-]+:[\w.-]+)(?=\}|$)/gm)].map(([, image]) => image)),
  ),
];

/** Base images of a Dockerfile: exact versions in arguments, so that a build can name digests. */
export function baseImageFaults(dockerfile) {
  const defaults = [...dockerfile.matchAll(/^ARG (\w+_IMAGE)=(\S+)$/gm)].map(([, name, image]) => ({ name, image }));
  const literal = [...dockerfile.matchAll(/^FROM (\S+)/gm)]
    .map(([, image]) => image)
    .filter((image) => /[:/]/.test(image));
  return [
    ...defaults
      .filter(({ image }) => !/:\d+\.\d+\.\d+/.test(image))
      .map(({ name, image }) => `ARG ${name}: ${image} is no exact version`),
    ...literal.map((image) => `FROM ${image}: must come from an argument …_IMAGE`),
  ];
}
