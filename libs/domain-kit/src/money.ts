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

/** Reads yuan with at most two decimals (`42,360.5`, `0.01`) as fen; throws `money.bad-amount` on anything else. */
export function parseYuan(text: string): number {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) throw badAmount();
  return requireFen(Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? '').padEnd(2, '0')), '');
}

/**
 * Shares a pool by weight without losing a fen: largest remainder, ties to the earlier one (share = pool × weight ÷ Σ weight).
 * Integer arithmetic throughout; the shares add up to `poolFen` exactly.
 */
export function shareOut(poolFen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw badAmount();
  const parts = weights.map((weight, index) => {
    const product = BigInt(poolFen) * BigInt(weight);
    return { index, share: Number(product / total), rest: product % total };
  });
  const missing = poolFen - parts.reduce((sum, part) => sum + part.share, 0);
  const lucky = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const part of lucky.slice(0, missing)) part.share += 1;
  return parts.map((part) => part.share);
}
