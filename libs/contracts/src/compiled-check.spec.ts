import { describe, expect, it } from '@jest/globals';
import { IsEmail, IsOptional, IsString, ValidateNested } from 'class-validator';
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

  it('throws for a decorator that it does not know', () => {
    class Contact {
      @IsEmail() mail!: string;
    }
    expect(() => readerOf(Contact)).toThrow('Contact.mail: @isEmail is not supported');
  });

  it('throws for a nested part that may be missing', () => {
    class Loose {
      @ValidateNested() street!: Street;
    }
    expect(() => readerOf(Loose)).toThrow('use Part or Parts');
  });
});
