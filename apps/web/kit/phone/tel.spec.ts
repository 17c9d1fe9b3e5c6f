import { describe, expect, it } from '@jest/globals';
import { telOf } from './tel';

describe('a number to dial', () => {
  it.each([
    ['13800005102', 'tel:13800005102'],
    ['0519-88012345转8012', 'tel:051988012345,8012'],
    ['+12125550100', 'tel:+12125550100'],
  ])('%s is %s', (phone, href) => {
    expect(telOf(phone)).toBe(href);
  });
});
