import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { serviceNames, table } from '../lib/route-table.mjs';
import { baseImageFaults, closedFaults, imagesByVersion } from './closed-rules.mjs';
import { inRoot } from '../lib/paths.mjs';

export const composeFiles = ['docker/compose.yaml', 'docker/compose.stack.yaml', 'docker/compose.small.yaml'];
const read = (file) => readFileSync(inRoot(file), 'utf8');
const load = (file) => parse(read(file), { merge: true });

/** Faults of a compose file against the schema of the Compose Specification. */
export function schemaFaults(file) {
  const { $schema, ...schema } = JSON.parse(read('docker/schema/compose-spec.json'));
  if (!$schema.includes('draft-07')) return [`unexpected dialect of the schema: ${$schema}`];
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  for (const format of ['expose', 'ports', 'subnet_ip_address']) ajv.addFormat(format, true);
  const validate = ajv.compile(schema);
  if (validate(load(file))) return [];
  return validate.errors.map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** What the schema cannot say: closed containers, names that exist, ports of the route table, no password with a default. */
export function ruleFaults() {
  const [compose, stack, small] = composeFiles.map(load);
  return [
    ...serviceNames.flatMap((name) => serviceFaults(name, compose.services[name])),
    ...composeFaults(compose),
    ...composeFaults(small),
    ...composeFaults(overlaid(compose, stack)),
    ...composeFiles.flatMap((file) => passwordFaults(file, read(file))),
    ...exampleFaults(read('docker/.env.example')),
    ...baseImageFaults(read('docker/Dockerfile')),
  ];
}

/** Images of others that no digest pins unless docker/.env does. */
export const unpinnedImages = () => imagesByVersion([...composeFiles, 'docker/Dockerfile'].map(read));

/** Faults of every service of a file. */
export const composeFaults = (compose) =>
  Object.entries(compose.services).flatMap(([name, service]) => [
    ...closedFaults(name, service),
    ...referenceFaults(name, service, compose),
  ]);

/** The services that a second file changes, as Compose lays them over the first: no change may open what is closed. */
function overlaid(base, over) {
  const services = Object.entries(over.services).map(([name, service]) => [
    name,
    { ...base.services[name], ...service },
  ]);
  return { ...base, services: Object.fromEntries(services) };
}

function serviceFaults(name, service) {
  if (!service) return [`services.${name} is missing`];
  const faults = [];
  if (service.build?.args?.SERVICE !== name) faults.push(`services.${name}.build.args.SERVICE must be ${name}`);
  if (service.environment?.QIJING_PORT !== String(table.services[name].port)) {
    faults.push(`services.${name} must listen on ${table.services[name].port}, as in gateway/routes.json`);
  }
  return faults;
}

function referenceFaults(name, service, compose) {
  const volumes = (service.volumes ?? [])
    .map((volume) => volume.split(':')[0])
    .filter((source) => !source.startsWith('.'));
  return [
    ...missing(Object.keys(service.depends_on ?? {}), compose.services, `services.${name}.depends_on`),
    ...missing(service.networks ?? [], compose.networks, `services.${name}.networks`),
    ...missing(volumes, compose.volumes, `services.${name}.volumes`),
    ...missing(service.secrets ?? [], compose.secrets, `services.${name}.secrets`),
  ];
}

const missing = (names, known, where) =>
  names.filter((name) => !(name in known)).map((name) => `${where}: ${name} is unknown`);

/** Passwords with a default, and those that stand in the file itself. */
export function passwordFaults(file, text) {
  const variables = [...text.matchAll(/\$\{(\w*(?:PASSWORD|SECRET|KEY)\w*)([^}]*)\}/g)];
  const literals = [...text.matchAll(/^\s*(\w*PASSWORD\w*):\s*(?!\$\{)(\S+)/gm)];
  return [
    ...variables
      .filter(([, , rest]) => !rest.startsWith(':?'))
      .map(([, name]) => `${file}: ${name} must be required with :?`),
    ...literals.map(([, name]) => `${file}: ${name} has a literal value`),
  ];
}

/** Whoever fills in the example writes between its quotes, where a `$` is a `$`. */
export const exampleFaults = (text) =>
  [...text.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)]
    .filter(([, , value]) => !/^'[^']*'$/.test(value))
    .map(([, name]) => `docker/.env.example: ${name} must stand between single quotes`);
