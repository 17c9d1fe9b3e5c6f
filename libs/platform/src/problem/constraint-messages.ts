import type { Texts } from '#domain-kit';

/**
 * Chinese texts of class-validator's constraints. `{n}` is the first number of the English text, `{m}` the second,
 * `{list}` its list of allowed values.
 */
const ZH: Readonly<Record<string, string>> = {
  whitelistValidation: '不认识的字段',
  isDefined: '必填',
  isNotEmpty: '不能为空，空白和不可见字符不算',
  isString: '应为文字',
  isInt: '应为整数',
  isNumber: '应为数字',
  isPositive: '应为正数',
  isBoolean: '应为 true 或 false',
  isArray: '应为数组',
  isObject: '应为对象',
  nestedValidation: '应为对象或对象数组',
  isUuid: '应为 UUID',
  isEmail: '应为电子邮箱',
  isPhone: '应为电话号码，可带区号、国家码和分机号',
  isLine: '应为一行文字，不能含控制字符或文字方向控制符',
  isProse: '除换行和制表符外不能含控制字符',
  isNotNull: '不能为 null，不填请省略',
  isIso8601: '应为 ISO 8601 时间',
  isDate: '应为日期',
  isDateString: '应为 ISO 8601 时间',
  isUrl: '应为网址',
  isLatitude: '应为纬度',
  isLongitude: '应为经度',
  isIn: '应为以下之一：{list}',
  isEnum: '应为以下之一：{list}',
  min: '不能小于 {n}',
  max: '不能大于 {n}',
  minLength: '至少 {n} 个字符',
  maxLength: '至多 {n} 个字符',
  isLength: '长度不符合要求',
  arrayMinSize: '至少 {n} 项',
  arrayMaxSize: '至多 {n} 项',
  arrayUnique: '不能重复',
  arrayNotEmpty: '不能为空',
  matches: '格式不正确',
};

/** `isUuid` → `field.uuid`, `maxLength` → `field.max-length`, an unknown field → `field.unknown`. */
function codeOf(constraint: string): string {
  if (constraint === 'whitelistValidation') return 'field.unknown';
  const plain = constraint.replace(/^is(?=[A-Z])/, '');
  return `field.${plain.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
}

/** Code and texts of one violated constraint. English is class-validator's own text without the property's name. */
export function describeConstraint(name: string, text: string, property: string): { code: string; message: Texts } {
  const rest = text.replace(property, '').trim();
  const en = name === 'whitelistValidation' ? 'unknown field' : rest;
  const [n = '', m = ''] = rest.match(/-?\d+(\.\d+)?/g) ?? [];
  const list = /: (.*)$/.exec(rest)?.[1] ?? '';
  const template = ZH[name];
  const zh = template?.replace('{n}', n).replace('{m}', m).replace('{list}', list) ?? rest;
  return { code: codeOf(name), message: { zh, en } };
}
