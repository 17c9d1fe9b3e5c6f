import { describe, expect, it } from '@jest/globals';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { readerOf } from './compiled-check.js';
import { Part, Parts, WordList } from './fields.js';

class Street {
  @IsString() name!: string;
}
class House {
  @Part(() => Street) street!: Street;
  @Parts(() => Street) corners!: Street[];
  @WordList(['red', 'green']) colours!: string[];
  @IsOptional() @IsString() owner?: string;
}
const house = { street: { name: 'a' }, corners: [{ name: 'b' }], colours: ['red'] };

describe('readerOf', () => {
  const read = readerOf(House);

  it('makes instances all the way down', () => {
    const made = read({ ...house, owner: null }) as House;
    expect(made).toBeInstanceOf(House);
    expect(made.street).toBeInstanceOf(Street);
    expect(made.corners[0]).toBeInstanceOf(Street);
  });

  it.each([
    ['a missing part', { street: undefined }],
    ['a list in place of a part', { street: [] }],
    ['a hole in a list of parts', { corners: [null] }],
    ['a part in place of a list', { corners: { name: 'b' } }],
    ['a word in place of a list of words', { colours: 'red' }],
    ['an unknown word', { colours: ['blue'] }],
  ])('refuses %s', (_what, change) => {
    expect(read({ ...house, ...change })).toBeUndefined();
  });

  it('throws for a rule that it cannot apply', () => {
    class Conditional {
      @ValidateIf(() => false) @IsString() mail!: string;
    }
    class Converted {
      @Type(() => Number) @IsInt() count!: number;
    }
    class Trimmed {
      @Transform(({ value }: { value: string }) => value.trim()) @IsString() name!: string;
    }
    expect(() => readerOf(Conditional)).toThrow('Conditional.mail: conditionalValidation cannot be compiled');
    expect(() => readerOf(Converted)).toThrow('Converted.count: a value that is converted cannot be compiled');
    expect(() => readerOf(Trimmed)).toThrow('Trimmed.name: a value that is converted');
  });

  it('throws for a nested part of an event that may be missing', () => {
    class Loose {
      @ValidateNested() street!: Street;
    }
    expect(() => readerOf(Loose)).toThrow('use Part or Parts');
  });
});

class Tag {
  @IsString() @MaxLength(5) @Matches(/^[a-z]+$/) name!: string;
}
class Order {
  @IsUUID() id!: string;
  @IsInt() @Min(1) @Max(9) count!: number;
  @IsISO8601({ strict: true, strictSeparator: true }) at!: string;
  @IsOptional() @IsNumber({ maxDecimalPlaces: 1 }) weight?: number;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @ArrayUnique(({ name }: Tag) => name)
  @ValidateNested({ each: true })
  @Type(() => Tag)
  tags?: Tag[];
  @IsOptional() @IsString({ each: true }) @Length(2, 3, { each: true }) codes?: string[];
  @IsOptional() @IsObject() details?: Record<string, unknown>;
}
const order = { id: '01900000-0000-7000-8000-000000000001', count: 3, at: '2026-05-21T01:00:00Z' };

describe('readerOf for requests', () => {
  const read = readerOf(Order, 'request');
  /** What class-validator and the platform, which adds unknown fields and null, say of the same body. */
  const accepted = (body: object) =>
    !JSON.stringify(body).includes('null') &&
    validateSync(plainToInstance(Order, body), { whitelist: true, forbidNonWhitelisted: true }).length === 0;

  it.each([
    ['nothing more than it must have', {}, true],
    ['parts', { tags: [{ name: 'a' }, { name: 'b' }], codes: ['ab', 'abc'], details: { any: [{ thing: 1 }] } }, true],
    ['an unknown field', { more: 1 }, false],
    ['an unknown field of a part', { tags: [{ name: 'a', more: 1 }] }, false],
    ['null for an optional field', { weight: null }, false],
    ['null deep in an object without rules', { details: { any: [{ thing: null }] } }, false],
    ['an id of another kind', { id: 'abc' }, false],
    ['too little', { count: 0 }, false],
    ['too much', { count: 10 }, false],
    ['a half', { count: 1.5 }, false],
    ['a day that is none', { at: '2026-02-30T01:00:00Z' }, false],
    ['another separator', { at: '2026-05-21 01:00:00Z' }, false],
    ['too many decimals', { weight: 1.25 }, false],
    ['too many parts', { tags: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, false],
    ['equal parts', { tags: [{ name: 'a' }, { name: 'a' }] }, false],
    ['a long text in a part', { tags: [{ name: 'abcdef' }] }, false],
    ['a wrong text in a part', { tags: [{ name: 'A' }] }, false],
    ['a text in place of a part', { tags: ['a'] }, false],
    ['an object in place of a list', { tags: { name: 'a' } }, false],
    ['a short text in a list', { codes: ['a'] }, false],
    ['a list in place of an object', { details: [] }, false],
  ])('judges %s as class-validator does', (_what, change, good) => {
    const body = { ...order, ...change };
    expect([read(body) !== undefined, accepted(body)]).toEqual([good, good]);
  });

  it('makes instances all the way down', () => {
    const made = read({ ...order, tags: [{ name: 'a' }] }) as Order;
    expect(made).toBeInstanceOf(Order);
    expect(made.tags?.[0]).toBeInstanceOf(Tag);
    expect(made).toEqual(plainToInstance(Order, { ...order, tags: [{ name: 'a' }] }));
  });

  it.each([undefined, null, 'text', 7, [], [order]])('refuses %j', (body) => {
    expect(read(body)).toBeUndefined();
  });

  it('throws for a class without rules, which class-validator refuses', () => {
    expect(() => readerOf(class Bare {}, 'request')).toThrow('Bare has no rules');
  });

  it('refuses a field that would reach into the class', () => {
    expect(read(JSON.parse(JSON.stringify(order).replace('{', '{"constructor":1,')))).toBeUndefined();
    expect(read(JSON.parse(JSON.stringify(order).replace('{', '{"__proto__":{},')))).toBeUndefined();
    expect(read({ ...order, details: JSON.parse('{"constructor":1}') as object })).toBeUndefined();
  });
});
