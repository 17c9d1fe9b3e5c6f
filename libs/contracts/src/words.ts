import type { ProposalState } from './case-vocabulary.js';
import type {
  AssignmentState,
  CaseState,
  Discipline,
  DutyState,
  IncidentState,
  NoPhoneReason,
  Zone,
} from './vocabulary.js';

/** A word for people in both languages. */
interface Word {
  readonly zh: string;
  readonly en: string;
}

/** What people call the states of an incident, in sentences and on screens. */
export const INCIDENT_STATE_WORDS: Readonly<Record<IncidentState, Word>> = {
  RECEIVED: { zh: '待研判', en: 'To triage' },
  TRIAGED: { zh: '待派警', en: 'To dispatch' },
  DISPATCHED: { zh: '已派警', en: 'Dispatched' },
  RESPONDING: { zh: '处置中', en: 'Responding' },
  ON_SCENE: { zh: '已到场', en: 'On scene' },
  HANDLED: { zh: '待审核', en: 'To review' },
  CLOSED: { zh: '已结警', en: 'Closed' },
  DIVERTED: { zh: '已分流', en: 'Diverted' },
  TRANSFERRED: { zh: '已移交', en: 'Transferred' },
  MERGED: { zh: '已并单', en: 'Merged' },
  CANCELLED: { zh: '已撤销', en: 'Cancelled' },
};

/** What people call the states of an assignment. */
export const ASSIGNMENT_STATE_WORDS: Readonly<Record<AssignmentState, Word>> = {
  ISSUED: { zh: '待签收', en: 'Pending' },
  ACKNOWLEDGED: { zh: '已签收', en: 'Acknowledged' },
  EN_ROUTE: { zh: '出动', en: 'En route' },
  ARRIVED: { zh: '到场', en: 'Arrived' },
  WORKING: { zh: '处置', en: 'Working' },
  DECLINE_REQUESTED: { zh: '申请退单', en: 'Asks for release' },
  COMPLETED: { zh: '已反馈', en: 'Completed' },
  DECLINED: { zh: '已退单', en: 'Released' },
  REASSIGNED: { zh: '已改派', en: 'Reassigned' },
  RECALLED: { zh: '已撤回', en: 'Recalled' },
};

/** What people call the states of a case. */
export const CASE_STATE_WORDS: Readonly<Record<CaseState, Word>> = {
  REGISTERED: { zh: '已登记', en: 'Registered' },
  REVIEWING: { zh: '审查中', en: 'Under review' },
  FILED: { zh: '已立案', en: 'Filed' },
  ADMIN_ACCEPTED: { zh: '已受案', en: 'Accepted' },
  NOT_FILED: { zh: '不予立案', en: 'Not filed' },
  RECONSIDERING: { zh: '复议复核中', en: 'Being reconsidered' },
  TRANSFERRED_OUT: { zh: '已移送', en: 'Transferred' },
  INVESTIGATING: { zh: '侦查中', en: 'Investigating' },
  SOLVED: { zh: '已破案', en: 'Solved' },
  PROSECUTION: { zh: '移送审查起诉', en: 'Prosecution' },
  ADMIN_DECIDED: { zh: '已处罚', en: 'Penalty decided' },
  MEDIATED: { zh: '调解结案', en: 'Mediated' },
  WITHDRAWN: { zh: '撤案', en: 'Withdrawn' },
  TERMINATED: { zh: '终止调查', en: 'Terminated' },
  MERGED: { zh: '并案', en: 'Merged' },
  CONCLUDED: { zh: '结案', en: 'Concluded' },
};

/** What people call the disciplines. */
export const DISCIPLINE_WORDS: Readonly<Record<Discipline, Word>> = {
  CMD: { zh: '指挥中心', en: 'Command centre' },
  PS: { zh: '派出所', en: 'Police station' },
  CID: { zh: '刑侦', en: 'Criminal investigation' },
  ECID: { zh: '经侦', en: 'Economic crime' },
  CYB: { zh: '网安', en: 'Cyber security' },
  SEC: { zh: '治安', en: 'Public order' },
  TRF: { zh: '交警', en: 'Traffic' },
  FDE: { zh: '食药环侦', en: 'Food, drug and IP crime' },
  AFC: { zh: '反诈中心', en: 'Anti-fraud centre' },
  ISEC: { zh: '内保', en: 'Internal security' },
  EEA: { zh: '出入境', en: 'Exit–entry' },
  NAR: { zh: '禁毒', en: 'Narcotics' },
  LEG: { zh: '法制', en: 'Legal review' },
  PAT: { zh: '巡特警', en: 'Patrol' },
  AST: { zh: '合成作战', en: 'Joint operations' },
  ADM: { zh: '行政审批', en: 'Administrative approval' },
  ESO: { zh: '服务企业办', en: 'Enterprise service' },
  SUP: { zh: '督察', en: 'Supervision' },
  RWY: { zh: '铁路公安', en: 'Railway police' },
  X119: { zh: '消防', en: 'Fire and rescue' },
  X120: { zh: '急救', en: 'Ambulance' },
  XGOV: { zh: '镇街园区', en: 'Town or park' },
  XMSA: { zh: '市场监管', en: 'Market regulation' },
  XIPO: { zh: '知识产权', en: 'IP office' },
  XHRSS: { zh: '人社', en: 'Labour office' },
  XEM: { zh: '应急管理', en: 'Emergency management' },
  XPROC: { zh: '检察院', en: 'Procuratorate' },
  XCOURT: { zh: '法院', en: 'Court' },
  XJUST: { zh: '司法行政', en: 'Justice and mediation' },
  XTRANS: { zh: '交通运输', en: 'Transport' },
  XBANK: { zh: '银行', en: 'Bank' },
  X12345: { zh: '12345热线', en: '12345 hotline' },
};

/** What people call the duty of a unit. */
export const DUTY_STATE_WORDS: Readonly<Record<DutyState, Word>> = {
  on_duty: { zh: '在岗', en: 'On duty' },
  off_duty: { zh: '离岗', en: 'Off duty' },
};

/** What people call the zones of the ground. */
export const ZONE_WORDS: Readonly<Record<Zone, Word>> = {
  urban: { zh: '城区', en: 'Urban' },
  suburban: { zh: '城郊', en: 'Suburban' },
  rural: { zh: '农村', en: 'Rural' },
};

/** What people call the steps of a proposal about a case. */
export const PROPOSAL_STATE_WORDS: Readonly<Record<ProposalState, Word>> = {
  PROPOSED: { zh: '呈报', en: 'Proposed' },
  LEGAL_OK: { zh: '法制审核同意', en: 'Legal review agreed' },
  LEGAL_RETURNED: { zh: '法制审核退回', en: 'Legal review sent back' },
  APPROVED: { zh: '审批同意', en: 'Approved' },
  REJECTED: { zh: '审批不同意', en: 'Rejected' },
  CARRIED_OUT: { zh: '已办理', en: 'Carried out' },
};

/** Why there is no number to call back. */
export const NO_PHONE_WORDS: Readonly<Record<NoPhoneReason, Word>> = {
  withheld: { zh: '不愿提供电话', en: 'Keeps the number' },
  unknown: { zh: '电话不详', en: 'Number unknown' },
  none: { zh: '没有电话', en: 'Has no telephone' },
};
