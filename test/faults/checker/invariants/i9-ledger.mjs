import { groupBy, instantOf } from '../history.mjs';

const INTO = { STOPPED: 'stopped', FROZEN: 'frozen', SEIZED: 'seized', RECOVERED: 'in_hold' };
const OUT_OF = {
  STOP_ENDED: ['stopped'],
  UNFROZEN: ['frozen'],
  RELEASED: ['seized'],
  RETURNED: ['in_hold', 'seized', 'frozen'],
  RECOVERED: ['seized', 'frozen'],
  STOPPED: ['stopped'],
  FROZEN: ['stopped'],
};
/** May also come from outside. */
const FROM_OUTSIDE = ['RECOVERED', 'STOPPED', 'FROZEN'];
/** Take over the whole of what they draw from. */
const TAKES_OVER = ['STOPPED', 'FROZEN'];
/** Never posted but with an approval by another account; before the upgrade of a history nobody was asked for one. */
const APPROVED = ['FROZEN', 'LOSS_ADJUSTED', 'RETURNED'];
const COUNTED = {
  LOSS_REPORTED: 'reported',
  LOSS_VERIFIED: 'verified',
  LOSS_ADJUSTED: 'verified',
  RECOVERED: 'recovered',
  RETURNED: 'returned',
  COMPENSATED: 'compensated',
};

/** I9: every ledger balances, counted anew from its entries, and the figures on events are the same. */
export function ledgersBalance({ tables, events, whole, client }, found) {
  const { ledger_entry: entries, case_record: cases } = tables.cases;
  const known = new Set(cases.map(({ id }) => id));
  const figures = new Map();
  for (const [caseId, own] of groupBy(entries, (row) => row.case_id)) {
    if (!known.has(caseId)) found('wrong', caseId, 'a ledger without a case');
    const sorted = own.sort((a, b) => Number(a.line) - Number(b.line));
    const lines = sorted.map(({ line }) => Number(line));
    if (lines.some((line, index) => line !== index + 1)) found('lost', caseId, `lines ${lines.join(', ')}`);
    const automatic = sorted.filter(({ kind, by }) => kind === 'LOSS_REPORTED' && accountOf(by) === 'system');
    if (automatic.length > 1) found('doubled', caseId, 'the reported loss was entered twice');
    for (const [id, sums] of balance(caseId, sorted, client, found)) figures.set(id, sums);
  }
  if (whole) figuresAgree(events, figures, client, found);
  return { ledgers: known.size, entries: entries.length };
}

const accountOf = (by) => JSON.parse(by).accountId;

/** Adds the entries up one by one; answers the figures after each. */
function balance(caseId, entries, client, found) {
  const sums = new Map();
  const effects = new Map();
  const reversed = new Set();
  const after = [];
  const add = (name, fen) => sums.set(name, (sums.get(name) ?? 0) + fen);
  for (const entry of entries) {
    const moves =
      entry.kind === 'REVERSAL'
        ? reversal(caseId, entry, entries, effects, reversed, found)
        : movesOf(caseId, entry, sums, found);
    effects.set(entry.id, moves);
    for (const [name, fen] of moves) add(name, fen);
    for (const [name, fen] of sums) if (fen < 0) found('wrong', caseId, `${name} is ${fen} after line ${entry.line}`);
    const of = (name) => sums.get(name) ?? 0;
    const held = [...sums].filter(([name]) => name.startsWith('held:')).reduce((sum, [, fen]) => sum + fen, 0);
    const loss = of('verified') === 0 ? of('reported') : of('verified');
    const redressed = of('returned') + of('compensated');
    if (redressed > loss) found('wrong', caseId, `more returned than lost after line ${entry.line}`);
    if (instantOf(entry.recorded_at) >= client.upgradedAt) approvedByAnother(caseId, entry, found);
    after.push([
      entry.id,
      {
        reportedFen: of('reported'),
        verifiedFen: of('verified'),
        heldFen: held,
        recoveredFen: of('recovered'),
        returnedFen: of('returned'),
        compensatedFen: of('compensated'),
        redressedFen: redressed,
        outstandingFen: loss - redressed,
      },
    ]);
  }
  return after;
}

function approvedByAnother(caseId, { kind, line, by, approved_by: approver }, found) {
  if (!APPROVED.includes(kind)) return;
  if (!approver) found('wrong', caseId, `line ${line}: nobody approved it`);
  else if (accountOf(approver) === accountOf(by)) found('wrong', caseId, `line ${line}: approved by who made it`);
}

function movesOf(caseId, { kind, amount_fen: amount, holding, line }, sums, found) {
  const fen = Number(amount);
  if (!Number.isSafeInteger(fen) || (fen <= 0 && kind !== 'LOSS_ADJUSTED'))
    found('wrong', caseId, `line ${line}: amount ${amount}`);
  const moves = [];
  if (COUNTED[kind]) moves.push([COUNTED[kind], fen]);
  const sources = (OUT_OF[kind] ?? []).map((category) => `held:${category}:${holding ?? category}`);
  const source = sources.find((name) => (sums.get(name) ?? 0) > 0);
  if (source) moves.push([source, TAKES_OVER.includes(kind) ? -sums.get(source) : -fen]);
  else if (sources.length > 0 && !FROM_OUTSIDE.includes(kind))
    found('wrong', caseId, `line ${line} draws from nothing`);
  if (INTO[kind]) moves.push([`held:${INTO[kind]}:${holding ?? INTO[kind]}`, fen]);
  return moves;
}

function reversal(caseId, { id, reverses, amount_fen: amount, by, line }, entries, effects, reversed, found) {
  const target = entries.find((entry) => entry.id === reverses && effects.has(entry.id));
  if (!target || target.kind === 'REVERSAL' || reversed.has(reverses)) {
    found('wrong', caseId, `line ${line} reverses nothing, or something twice`);
    return [];
  }
  reversed.add(reverses);
  if (Math.abs(Number(target.amount_fen)) !== Number(amount))
    found('wrong', caseId, `line ${line} reverses another amount`);
  if (accountOf(target.by) === accountOf(by)) found('wrong', caseId, `line ${line}: ${id} reverses an own entry`);
  return effects.get(reverses).map(([name, fen]) => [name, -fen]);
}

/** Figures that an event before the upgrade of a history does not name; what it names agrees then too. */
const NAMED_LATER = ['compensatedFen', 'redressedFen'];

function figuresAgree(events, figures, { upgradedAt }, found) {
  const posted = events.filter(({ type }) => type === 'loss.entry-posted.v1');
  const told = new Set(posted.map(({ body }) => body.entry.entryId));
  for (const { body, time } of posted) {
    const own = figures.get(body.entry.entryId);
    if (!own) found('lost', body.entry.entryId, 'an announced ledger entry is missing');
    for (const [name, fen] of Object.entries(own ?? {})) {
      const announced = body.figures[name];
      if (announced === undefined && time < upgradedAt && NAMED_LATER.includes(name)) continue;
      if (announced !== fen) found('wrong', body.caseId, `${name}: announced ${announced}, counted ${fen}`);
    }
  }
  for (const id of figures.keys()) if (!told.has(id)) found('lost', id, 'no event announced the ledger entry');
}
