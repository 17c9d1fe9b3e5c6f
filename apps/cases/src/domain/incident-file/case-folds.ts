import type { CaseFact, CaseRegisteredFact, LossFact, SuspectFact } from './case-facts.js';
import { defineFold, earliest, type Fold } from './fold.js';
import type { FiledCase, IncidentFile } from './incident-file.js';
import { TIMELINE_TEXTS } from './timeline-texts.js';

function change(file: IncidentFile, edit: (filed: FiledCase) => FiledCase): IncidentFile {
  return file.case ? { ...file, case: edit(file.case) } : file;
}

function move(
  state: string,
  text: Fold<CaseFact>['text'],
  mark: (filed: FiledCase, at: string) => Partial<FiledCase> = () => ({}),
): Fold<CaseFact> {
  return defineFold<CaseFact>({
    apply: (file, { occurredAt }) => change(file, (filed) => ({ ...filed, state, ...mark(filed, occurredAt) })),
    at: ({ occurredAt }) => occurredAt,
    by: ({ by }) => by,
    text,
  });
}

function suspect(text: Fold<SuspectFact>['text']): Fold<SuspectFact> {
  return defineFold<SuspectFact>({
    apply: (file, { suspect: number, state, occurredAt }) =>
      change(file, (filed) => {
        const known = filed.suspects.find((one) => one.number === number);
        const others = filed.suspects.filter((one) => one.number !== number);
        const caughtAt = state === 'caught' ? earliest(known?.caughtAt, occurredAt) : known?.caughtAt;
        const after = { number, state, ...(caughtAt !== undefined && { caughtAt }) };
        return { ...filed, suspects: [...others, after].sort((a, b) => a.number - b.number) };
      }),
    at: ({ occurredAt }) => occurredAt,
    by: ({ by }) => by,
    text,
  });
}

/** A case was opened for the incident. */
export const caseRegistered = defineFold<CaseRegisteredFact>({
  apply: (file, { caseId, number, kind, registeredAt }) => ({
    ...file,
    case: { caseId, number, kind, state: 'REGISTERED', registeredAt, suspects: [] },
  }),
  at: ({ registeredAt }) => registeredAt,
  text: TIMELINE_TEXTS.caseRegistered,
});

/** The filing review began (受案审查). */
export const reviewStarted = move('REVIEWING', TIMELINE_TEXTS.reviewStarted);
/** The case was filed (立案). */
export const filed = move('FILED', TIMELINE_TEXTS.filed, ({ filedAt }, at) => ({ filedAt: earliest(filedAt, at) }));
/** The case was not filed (不予立案). */
export const notFiled = move('NOT_FILED', TIMELINE_TEXTS.notFiled);
/** The investigation began (侦查). */
export const investigationStarted = move(
  'INVESTIGATING',
  TIMELINE_TEXTS.investigationStarted,
  ({ investigationStartedAt }, at) => ({ investigationStartedAt: earliest(investigationStartedAt, at) }),
);
/** The case is solved (破案). */
export const solved = move('SOLVED', TIMELINE_TEXTS.solved, ({ solvedAt }, at) => ({
  solvedAt: earliest(solvedAt, at),
}));
/** A suspect was recorded. */
export const suspectRecorded = suspect(TIMELINE_TEXTS.suspectRecorded);
/** A suspect was caught (抓获); one that was not recorded before is added. */
export const suspectCaught = suspect(TIMELINE_TEXTS.suspectCaught);

/** The ledger got an entry: the figures after it, and when something first went back to the enterprise. */
export const lossPosted = defineFold<LossFact>({
  apply: (file, { entry, figures }) =>
    change(file, (one) => ({
      ...one,
      figures,
      ...(entry.kind === 'RETURNED' && { returnedAt: earliest(one.returnedAt, entry.occurredAt) }),
    })),
  at: ({ entry }) => entry.occurredAt,
  by: ({ entry }) => entry.by,
  text: TIMELINE_TEXTS.lossPosted,
});
