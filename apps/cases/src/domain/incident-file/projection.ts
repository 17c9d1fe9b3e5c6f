import type { Texts } from '#domain-kit';
import { leadAssignment, type IncidentFile } from './incident-file.js';

/** One of the six steps that an enterprise follows, like a parcel. */
export interface Step {
  step: 'received' | 'dispatched' | 'on_scene' | 'investigating' | 'solved' | 'returned';
  at: string;
  text: Texts;
}

/**
 * What an enterprise may know about its incident. Built from nothing but the fields named here: never suspects, officers,
 * positions of units, why a unit was chosen, methods, evidence, or what others said.
 */
export interface RedactedFile {
  incidentId: string;
  number: string;
  type: { code: string; name: Texts };
  receivedAt: string;
  /** Steps reached so far, oldest first. */
  steps: Step[];
  case?: { number: string; state: string };
  ledger?: { reportedFen: number; verifiedFen: number; returnedFen: number };
  advice: { adviceId: string; categories: string[]; text: string; answerBy?: string; issuedAt: string }[];
  /** Whom to call: the unit that answers for the incident, the emergency number and the complaint number. */
  contact: { unit?: string; emergency: string; complaints: string };
}

interface StepRule {
  readonly step: Step['step'];
  /** When the step was reached (ISO); undefined while it was not. */
  readonly at: (file: IncidentFile) => string | undefined;
  readonly text: (file: IncidentFile) => Texts;
}

const first = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((time) => time !== undefined).sort()[0];

/** The six steps, in order: when each is reached and the one sentence the enterprise reads. */
const STEPS: readonly StepRule[] = [
  {
    step: 'received',
    at: ({ receivedAt }) => receivedAt,
    text: ({ number }) => ({ zh: `报警已接收，编号 ${number}。`, en: `Your report was received as ${number}.` }),
  },
  {
    step: 'dispatched',
    at: ({ assignments }) => first(assignments.map(({ issuedAt }) => issuedAt)),
    text: () => ({ zh: '已派警，公安机关正在处理。', en: 'Police have been dispatched.' }),
  },
  {
    step: 'on_scene',
    at: ({ assignments }) => first(assignments.map(({ arrivedAt }) => arrivedAt)),
    text: () => ({ zh: '民警已到达现场。', en: 'Officers are on the scene.' }),
  },
  {
    step: 'investigating',
    at: ({ case: filed }) => first([filed?.filedAt, filed?.investigationStartedAt]),
    text: () => ({ zh: '案件已立案，正在调查。', en: 'The case was filed and is being investigated.' }),
  },
  {
    step: 'solved',
    at: ({ case: filed, closed }) => first([filed?.solvedAt, closed?.at]),
    text: ({ case: filed }) =>
      filed?.solvedAt === undefined
        ? { zh: '警情已办结，将安排回访。', en: 'The incident is closed; you will be asked how it went.' }
        : { zh: '案件已破获。', en: 'The case is solved.' },
  },
  {
    step: 'returned',
    at: ({ case: filed }) => filed?.returnedAt,
    text: () => ({ zh: '财物已开始返还。', en: 'Property is being returned to you.' }),
  },
];

/** The steps reached so far. */
export function stepsOf(file: IncidentFile): Step[] {
  return STEPS.flatMap(({ step, at, text }) => {
    const reached = at(file);
    return reached === undefined ? [] : [{ step, at: reached, text: text(file) }];
  });
}

/** The file as its enterprise may see it. */
export function redact(file: IncidentFile): RedactedFile {
  const { incidentId, number, type, receivedAt, case: filed, advice } = file;
  const unit = leadAssignment(file)?.unit.name;
  return {
    incidentId,
    number,
    type: { code: type.code, name: type.name },
    receivedAt,
    steps: stepsOf(file),
    ...(filed && { case: { number: filed.number, state: filed.state } }),
    ...(filed?.figures && {
      ledger: {
        reportedFen: filed.figures.reportedFen,
        verifiedFen: filed.figures.verifiedFen,
        returnedFen: filed.figures.returnedFen,
      },
    }),
    advice: advice.map(({ adviceId, categories, text, answerBy, issuedAt }) => ({
      adviceId,
      categories,
      text,
      issuedAt,
      ...(answerBy !== undefined && { answerBy }),
    })),
    contact: { emergency: '110', complaints: '12389', ...(unit !== undefined && { unit }) },
  };
}
