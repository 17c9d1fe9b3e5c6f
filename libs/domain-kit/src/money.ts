import { defineRefusal } from './refusal.js';

/** An amount that is not a positive whole number of fen below 2^53. */
export const badAmount = defineRefusal({
  code: 'money.bad-amount',
  kind: 'invalid',
  zh: '金额必须是大于零的整数（单位：分）',
  en: 'An amount must be a positive whole number of fen',
});

/** Whether `value` is an amount: a positive whole number of fen below 2^53. */
export function isFen(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Returns `fen` when it is an amount, else throws `money.bad-amount` pointing at `pointer`. */
export function requireFen(fen: number, pointer = '/amountFen'): number {
  if (!isFen(fen)) throw badAmount({}, pointer);
  return fen;
}

/** Writes fen as yuan with two decimals and grouped thousands, e.g. 4236000 → `42,360.00`. */
export function formatYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw badAmount();
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}
