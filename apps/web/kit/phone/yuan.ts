/** Integer fen of an amount in yuan as people type it (`12,000.5`); undefined when it is none, or not above zero. */
export function fenOf(yuan: string): number | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan.replace(/[,，\s¥￥]/g, ''));
  if (!match) return undefined;
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen > 0 && Number.isSafeInteger(fen) ? fen : undefined;
}
