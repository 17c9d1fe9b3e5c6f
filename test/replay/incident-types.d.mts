export function mapped(kind: string): { type: string; flags: string[]; injured: number };
