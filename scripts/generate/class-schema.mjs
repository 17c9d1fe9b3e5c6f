import { createRequire } from 'node:module';
import { getMetadataStorage } from 'class-validator';

const require = createRequire(import.meta.url);
const { defaultMetadataStorage } = require('class-transformer/cjs/storage.js');

/** What each rule of class-validator says about a value; rules that say nothing a schema can say are left out. */
const RULES = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isLatitude: () => ({ type: 'number', minimum: -90, maximum: 90 }),
  isLongitude: () => ({ type: 'number', minimum: -180, maximum: 180 }),
  isIn: ([values]) => ({ ...typeOf(values), enum: [...values] }),
  isNotEmpty: () => ({ minLength: 1 }),
  isLine: ([pattern]) => ({ type: 'string', pattern }),
  isProse: ([pattern]) => ({ type: 'string', pattern }),
  isPhone: ([pattern]) => ({ type: 'string', pattern }),
  minLength: ([least]) => ({ minLength: least }),
  maxLength: ([most]) => ({ maxLength: most }),
  isLength: ([least, most]) => ({ minLength: least, maxLength: most }),
  matches: ([pattern]) => ({ type: 'string', pattern: pattern.source }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  arrayNotEmpty: () => ({ type: 'array', minItems: 1 }),
  arrayMaxSize: ([most]) => ({ type: 'array', maxItems: most }),
  arrayUnique: () => ({ type: 'array', uniqueItems: true }),
};

const storage = getMetadataStorage();

/** The classes that carry rules, by name; a name that several classes have is left out. */
export function ruledClasses() {
  const classes = [...storage.validationMetadatas.keys()];
  const names = classes.map(({ name }) => name);
  return new Map(classes.filter(({ name }) => names.indexOf(name) === names.lastIndexOf(name)).map((c) => [c.name, c]));
}

/**
 * The JSON schema of a class by its class-validator rules.
 * @param {Function} target
 * @param {(part: Function) => object} refer how to refer to a class of a part; called for every part
 */
export function classSchema(target, refer) {
  const rules = storage.groupByPropertyName(storage.getTargetValidationMetadatas(target, '', true, false));
  const properties = Object.entries(rules).map(([name, list]) => [name, propertySchema(target, name, list, refer)]);
  const required = Object.entries(rules)
    .filter(([, list]) => !list.some(({ type }) => type === 'conditionalValidation'))
    .map(([name]) => name);
  return { type: 'object', required, properties: Object.fromEntries(properties) };
}

function propertySchema(target, name, list, refer) {
  if (list.some(({ type }) => type === 'nestedValidation')) {
    const part = refer(partOf(target, name));
    return list.some(({ each, name: rule }) => each || rule === 'isArray') ? { type: 'array', items: part } : part;
  }
  const ordered = [...list].reverse();
  const whole = merge(ordered.filter(({ each }) => !each).map(fragment));
  const items = merge(ordered.filter(({ each }) => each).map(fragment));
  return Object.keys(items).length > 0 ? { type: 'array', ...whole, items } : whole;
}

function fragment({ name, constraints }) {
  return RULES[rule(name)]?.(constraints ?? []) ?? {};
}

const rule = (name = '') => ({ isISO8601: 'isIso8601', isUUID: 'isUuid' })[name] ?? name;

/** A format says more than the pattern that some rules add to it; an integer is a number. */
function merge(fragments) {
  const merged = Object.assign({}, ...fragments);
  if (fragments.some(({ type }) => type === 'integer')) merged.type = 'integer';
  if (merged.format === 'date-time') delete merged.pattern;
  return merged;
}

function typeOf([first]) {
  return { type: typeof first === 'number' ? 'integer' : typeof first };
}

function partOf(target, name) {
  const found = defaultMetadataStorage.findTypeMetadata(target, name);
  if (!found) throw new Error(`${target.name}.${name}: a nested part without @Type`);
  return found.typeFunction();
}
