import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { serviceNames, table } from '../lib/route-table.mjs';
import { inRoot } from '../lib/paths.mjs';

export const composeFiles = ['docker/compose.yaml', 'docker/compose.stack.yaml'];
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

/** What the schema cannot say: names that must exist, ports of the route table, no password with a default. */
export function ruleFaults() {
  const compose = load('docker/compose.yaml');
  return [
    ...serviceNames.flatMap((name) => serviceFaults(name, compose.services[name])),
    ...Object.entries(compose.services).flatMap(([name, service]) => referenceFaults(name, service, compose)),
    ...composeFiles.flatMap(passwordFaults),
  ];
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
  ];
}

const missing = (names, known, where) =>
  names.filter((name) => !(name in known)).map((name) => `${where}: ${name} is unknown`);

function passwordFaults(file) {
  const variables = [...read(file).matchAll(/\$\{(\w*(?:PASSWORD|SECRET|KEY)\w*)([^}]*)\}/g)];
  const literals = [...read(file).matchAll(/^\s*(\w*PASSWORD\w*):\s*(?!\$\{)(\S+)/gm)];
  return [
    ...variables
      .filter(([, , rest]) => !rest.startsWith(':?'))
      .map(([, name]) => `${file}: ${name} must be required with :?`),
    ...literals.map(([, name]) => `${file}: ${name} has a literal value`),
  ];
}
