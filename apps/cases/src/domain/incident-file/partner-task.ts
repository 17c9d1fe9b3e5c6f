import {
  isPartner,
  paymentsOf,
  type BilingualText,
  type DangerFlag,
  type FileStage,
  type Partner,
  type PlaceFact,
} from '#contracts';
import type { FiledAssignment } from './filed-assignment.js';
import { firstReport } from './filed-reports.js';
import type { IncidentFile } from './incident-file.js';
import { ownAssignments } from './own-part.js';
import { stageOf } from './projection.js';

/** A payment that a bank is asked to stop. Account numbers are personal data. */
export class PaymentView {
  payerAccount?: string;
  payerBank?: string;
  payeeAccount?: string;
  payeeName?: string;
  payeeBank?: string;
  /** Integer fen. */
  amountFen?: number;
  transferredAt?: string;
}

/**
 * What a partner learns of an incident: what it is asked to do, where, what is dangerous there, and whom to call. Built from
 * nothing but the fields named here: never what happened, persons, other units, the case or its ledger.
 */
export class PartnerTaskView {
  view!: 'partner';
  incidentId!: string;
  number!: string;
  receivedAt!: string;
  standing!: FileStage;
  /** What is asked of the partner. */
  task!: BilingualText;
  place!: PlaceFact;
  /** What is dangerous on the scene. */
  dangers!: DangerFlag[];
  injured!: number;
  /** Telephone of whoever is at the place. */
  callBack!: string;
  /** For banks only: what was transferred, the earliest first. */
  payments?: PaymentView[];
  /** Its own assignments; empty for a partner that is only told. */
  assignments!: FiledAssignment[];
}

/** What each partner is asked to do. */
const TASKS: Readonly<Record<Partner, BilingualText>> = {
  X119: { zh: '灭火与抢险救援', en: 'Firefighting and rescue' },
  X120: { zh: '现场急救与转送', en: 'Emergency medical aid' },
  XGOV: { zh: '属地协调处置', en: 'Local coordination' },
  XMSA: { zh: '市场监管配合', en: 'Market supervision' },
  XIPO: { zh: '知识产权协助', en: 'Intellectual property advice' },
  XHRSS: { zh: '劳动保障协调', en: 'Labour mediation' },
  XEM: { zh: '应急管理配合', en: 'Emergency management' },
  XPROC: { zh: '检察协作', en: 'Procuratorate liaison' },
  XCOURT: { zh: '法院协作', en: 'Court liaison' },
  XJUST: { zh: '司法调解', en: 'Mediation' },
  XTRANS: { zh: '交通运输协调', en: 'Transport coordination' },
  XBANK: { zh: '协助紧急止付', en: 'Help to stop a payment' },
  X12345: { zh: '转办非警务诉求', en: 'Take over a matter that is not for the police' },
};

/** Flags that somebody on the scene must know; the others would tell what happened. */
const DANGERS: ReadonlySet<DangerFlag> = new Set<DangerFlag>([
  'life_threat', 'weapon', 'fire_explosion', 'hazmat_release', 'hostage', 'in_progress', 'suspect_on_scene',
]); // prettier-ignore

/** The task of a partner. */
export function partnerTask(file: IncidentFile, unitId: string | undefined): PartnerTaskView {
  const { incidentId, number, receivedAt, place, flags, injured } = file;
  const discipline = disciplineOf(file, unitId);
  return {
    view: 'partner',
    incidentId,
    number,
    receivedAt,
    standing: stageOf(file),
    task: TASKS[discipline],
    place,
    dangers: flags.filter((flag) => DANGERS.has(flag)),
    injured,
    callBack: firstReport(file).reporter.phone,
    ...(discipline === 'XBANK' && { payments: paymentsOf(file.details) }),
    assignments: ownAssignments(file, unitId),
  };
}

function disciplineOf({ assignments, dispatch }: IncidentFile, unitId: string | undefined): Partner {
  const units = [...assignments, ...(dispatch?.informed ?? [])].flatMap(({ unit }) => unit ?? []);
  const discipline = units.find(({ id }) => id === unitId)?.discipline;
  if (discipline === undefined || !isPartner(discipline)) throw new Error('not a partner of this incident');
  return discipline;
}
