/**
 * The stated rule by which calls of other cities become ours: the first line whose pattern the call's words match. It
 * keeps the load and its shape, not the meaning; these six types ask for one to five units of different disciplines.
 */
const RULES = [
  [/embezzl|custod/i, { type: 'E102' }],
  [/fraud|forgery|threat|extort/i, { type: 'E104' }],
  [/\b(gun|knife|weapon|shooting|cutting|bomb|hostage|officer in trouble)\b/i, { type: 'E201', flags: ['weapon'] }],
  [/structure fire|building fire|apartment fire|house on fire|flames/i, { type: 'E201', flags: ['fire_explosion'] }],
  [/\bfire\b|smoke|gas leak|fuel spill|electrical|wire|transformer/i, { type: 'E201' }],
  [/medical|ems event|injured|sick|check patient|patient|doa\b|suicide/i, { type: 'F01', injured: 1 }],
  [/in progress| ip$|holdup|robbery/i, { type: 'E101', flags: ['in_progress'] }],
  [/theft|burglary|burg |vandal|mischief|property|stolen|shoplift|recovered/i, { type: 'E101' }],
  [/suspicious|prowler|trespass/i, { type: 'E102' }],
  [/alarm|9-1-1|information|communications|non-emergency|emergency call|detector|elevator/i, { type: 'E108' }],
  [
    /coll|accident|crash|vehicle|traffic|parking|hazard|motor|patrol by|assist|welfare|animal|public works|posting/i,
    { type: 'F01' },
  ],
  [/./, { type: 'E201' }],
];
const UNNAMED = { type: 'E101' };

/** Our type for the words of a call, with the facts that triage looks at: `{ type, flags, injured }`. */
export function mapped(kind) {
  const rule = RULES.find(([pattern]) => pattern.test(kind))?.[1] ?? UNNAMED;
  return { flags: [], injured: 0, ...rule };
}
