import type { Discipline } from '#contracts';
import type { UnitInput } from '../../../../routing/src/use-cases/enter-units.js';

type Place = readonly [longitude: number, latitude: number];
const LAKE: Place = [119.9, 31.7];
const PARK: Place = [119.975, 31.69];
const PORT: Place = [120.06, 31.68];
const CENTRE: Place = [119.945, 31.705];

function unit(
  id: string,
  name: string,
  discipline: Discipline,
  [longitude, latitude]: Place,
  capacity: number,
  jurisdictions: readonly string[] = [],
): UnitInput {
  return { id, name, discipline, capacity, longitude, latitude, jurisdictions };
}

/** Invented units of every discipline the demo's incident types ask for, partners included. */
export const demoUnits: readonly UnitInput[] = [
  unit('CMD01', '综合警情示范席', 'CMD', CENTRE, 200),
  unit('PS01', '湖滨示范派出所', 'PS', LAKE, 12, ['HB']),
  unit('PS02', '园区示范派出所', 'PS', PARK, 12, ['YQ']),
  unit('PS03', '东港示范派出所', 'PS', PORT, 12, ['DG']),
  unit('CID01', '刑侦示范一中队', 'CID', CENTRE, 8),
  unit('CID02', '刑侦示范二中队', 'CID', PARK, 8),
  unit('ECID01', '经侦示范大队', 'ECID', CENTRE, 10),
  unit('CYB01', '网安示范大队', 'CYB', CENTRE, 10),
  unit('SEC01', '治安示范大队', 'SEC', CENTRE, 10),
  unit('TRF01', '交警示范园区中队', 'TRF', PARK, 10),
  unit('TRF02', '交警示范东港中队', 'TRF', PORT, 10),
  unit('FDE01', '食药环侦示范大队', 'FDE', CENTRE, 10),
  unit('AFC01', '反诈示范中心', 'AFC', CENTRE, 20),
  unit('ISEC01', '内保示范大队', 'ISEC', CENTRE, 10),
  unit('NAR01', '禁毒示范大队', 'NAR', CENTRE, 6),
  unit('LEG01', '法制示范大队', 'LEG', CENTRE, 20),
  unit('PAT01', '巡特警示范一组', 'PAT', LAKE, 4),
  unit('PAT02', '巡特警示范二组', 'PAT', PARK, 4),
  unit('PAT03', '巡特警示范三组', 'PAT', PORT, 4),
  unit('AST01', '合成作战示范中心', 'AST', CENTRE, 30),
  unit('EEA01', '出入境示范窗口', 'EEA', CENTRE, 10),
  unit('ADM01', '行政审批示范窗口', 'ADM', CENTRE, 20),
  unit('SUP01', '督察示范大队', 'SUP', CENTRE, 10),
  unit('RWY01', '铁路公安示范派出所', 'RWY', PORT, 6),
  unit('ESO01', '服务企业办示范点', 'ESO', PARK, 20),
  unit('X119', '消防救援示范站', 'X119', PARK, 6),
  unit('X120', '急救示范站', 'X120', PARK, 6),
  unit('XGOV01', '示范园区管委会', 'XGOV', PARK, 50),
  unit('XBANK01', '示范银行止付专线', 'XBANK', CENTRE, 50),
  unit('XMSA01', '市场监管示范分局', 'XMSA', CENTRE, 50),
  unit('XIPO01', '知识产权示范局', 'XIPO', CENTRE, 50),
  unit('XEM01', '应急管理示范局', 'XEM', CENTRE, 50),
  unit('XHRSS01', '人社示范监察大队', 'XHRSS', CENTRE, 50),
  unit('XJUST01', '司法调解示范中心', 'XJUST', CENTRE, 50),
  unit('XTRANS01', '交通运输示范大队', 'XTRANS', PORT, 50),
  unit('XPROC01', '检察示范室', 'XPROC', CENTRE, 50),
  unit('XCOURT01', '法庭示范窗口', 'XCOURT', CENTRE, 50),
  unit('X12345', '12345示范热线', 'X12345', CENTRE, 50),
];
