import type { DangerFlag } from '#contracts';
import { addMs, DAY } from '#domain-kit';

/** What a report of a type may say; every name and number is invented. */
export interface Sample {
  readonly narrative: string;
  readonly flags?: readonly DangerFlag[];
  readonly crowd?: number;
  readonly injured?: number;
  readonly estimatedLossFen?: number;
  readonly details?: Readonly<Record<string, unknown>>;
}

const PAST = '2026-05-20T08:30:00+08:00';
/** In a month: what is planned may lie ahead, but not for years. */
const AHEAD = addMs(new Date(), 30 * DAY).toISOString();
const PROJECT = '示范二期';
const BRAND = { mark: '示范牌', goods: '轴承', places: '东港示范路仓库' };

/** One report of every type, with all that is to be known before it is handled. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  E101: { narrative: '仓库里八百公斤铜料夜里被盗。', estimatedLossFen: 4_200_000, details: { items: [{ name: '铜料', quantity: 800, unit: 'kg' }], storagePlace: '原料仓库', cctv: true } },
  E102: { narrative: '盘点发现成品少了，怀疑仓管与外人勾结。', details: { items: [{ name: '成品' }], accessControl: '双人双锁' } },
  E103: { narrative: '两人持刀抢走出纳的提包，往东跑了。', flags: ['weapon'], details: { taken: '提包', direction: '往东', weapons: '刀' } },
  E104: { narrative: '有人冒充老板让财务转账，刚转出去。', details: { payments: [{ amountFen: 98_000_000, transferredAt: PAST, payeeAccount: '6222020000007654321', payeeBank: '示范银行', payerAccount: '6222020000001234567', voucher: '回单' }], contactChannel: 'wechat' } },
  E105: { narrative: '对方收了预付款后失联，合同上的地址是空的。', details: { contract: '采购合同 07', counterparty: '示范空壳商贸', paidFen: 9_000_000, civilSuit: false } },
  E106: { narrative: '核账发现有人挪用货款。', details: { post: '出纳', period: '2025 年下半年', amountBasis: '银行流水' } },
  E107: { narrative: '采购人员收供应商回扣。', details: { relation: '采购与供应商', period: '2025 年' } },
  E108: { narrative: '离职工程师把图纸带给了竞争对手。', details: { secretKind: 'technical', protection: '保密协议', ongoing: true } },
  E109: { narrative: '市场上有人卖冒充本厂商标的轴承，今晚要发货。', details: { ...BRAND, aboutToMove: true } },
  E110: { narrative: '有人发短信索要封口费，不给就发视频。', details: { demands: '二十万元', threats: '发布视频', contactMeans: '短信', deadlineAt: AHEAD } },
  E111: { narrative: '服务器文件被加密，留下勒索信息，系统瘫痪。', flags: ['production_halted'], details: { system: '生产管理系统', startedAt: PAST, backup: '有离线备份', criticalDown: true } },
  E112: { narrative: '客户资料在网上被人倒卖。', details: { dataKind: 'customer', countRange: 'thousands', source: '接口' } },
  E113: { narrative: '有人夜里剪断产线电缆，停产了。', details: { equipment: '二号线电缆', effect: 'line' } },
  E114: { narrative: '几家公司围标同一个项目。', details: { matter: 'bid', caseNumber: '标段 3', projectId: PROJECT } },
  E115: { narrative: '自媒体发视频造谣产品有毒，索要删帖费。', details: { links: 'https://example.invalid/v/1', spread: '十万次播放', demands: '删帖费' } },
  E116: { narrative: '有人打电话说厂里放了炸弹。', flags: ['life_threat'], details: { threat: '下午三点引爆', evacuation: 'running', deadlineAt: AHEAD } },
  E117: { narrative: '业务员被对方扣在办公室不让走。', flags: ['in_progress'], details: { persons: '业务员一名', whereabouts: '东港示范楼三层' } },
  E201: { narrative: '三车土方倒在大门口，货车进不去。', crowd: 12, details: { blockedGates: '东门', appeal: '要运费', vehicles: 3 } },
  E202: { narrative: '有人挡在挖机前不让施工。', details: { projectId: PROJECT, permitState: 'held', how: '站在挖机前' } },
  E203: { narrative: '两拨工人在车间门口打起来了。', injured: 1, details: { people: 8, cause: '排队', stillFighting: true } },
  E204: { narrative: '几个酒后的人天天来厂门口起哄辱骂。', details: { frequency: 'daily', how: '起哄' } },
  E205: { narrative: '盘点发现硝酸铵少了两袋。', details: { substance: '硝酸铵', quantity: '两袋', registerPage: '第 12 页' } },
  E301: { narrative: '厂门口货车和班车相撞。', injured: 2, details: { vehicles: 2, plates: '示A00001' } },
  E302: { narrative: '货运通道排队七百米，四十分钟进不来。', flags: ['critical_service'], details: { queueM: 700, waitMin: 40, lanes: '北通道' } },
  E401: { narrative: '二车间着火，浓烟很大。', flags: ['fire_explosion'], details: { materials: '塑料', where: '二车间二层' } },
  E501: { narrative: '有员工坐在楼顶想不开。', details: { matter: 'suicide', person: '男，穿工装', whereNow: '三号楼楼顶' } },
  E601: { narrative: '三十多名工人因工资拖欠聚在办公楼。', crowd: 34, details: { workers: 34, amountFen: 40_000_000, months: 3 } },
  E602: { narrative: '司机因运费没结清扣着货不走。', details: { counterparty: '示范物流', matter: '运费' } },
  E603: { narrative: '居民因异味围在围墙外。', details: { matter: 'pollution', parties: '居民与厂方', projectId: PROJECT } },
  E604: { narrative: '顾客在门店要求退款，不肯离开。', details: { claim: '全额退款', amountFen: 300_000 } },
  E701: { narrative: '上百人聚集在厂区静坐。', crowd: 120, details: { appeal: '安置', places: '南门广场', leadersPresent: true } },
  E801: { narrative: '脚手架坍塌，有人被压住。', injured: 3, details: { hazardSource: '脚手架', where: '一号厂房', dead: 0, trapped: 2 } },
  E802: { narrative: '氨气管道泄漏，刺鼻。', flags: ['hazmat_release'], details: { substance: '液氨', quantity: '不清楚', wind: 'north', radiusM: 200 } },
  E901: { narrative: '匿名反映一处地下加工点。', details: { protection: 'anonymous', subject: '地下加工点' } },
  E902: { narrative: '认为民警处理纠纷时推诿。', details: { unit: '示范派出所', happenedAt: PAST, matter: '推诿' } },
  E999: { narrative: '电话里说不清楚，只说厂里出事了。', details: { turnedOut: '打架' } },
  F01: { narrative: '超限风电叶片运输，申请护送。', details: { departAt: AHEAD, route: '东港至园区', routePoints: [{ place: '示范大桥', expectedAt: AHEAD }], cargo: '叶片', vehicles: 2, lengthCm: 6_200, weightKg: 58_000, permit: '示超 001' } },
  F02: { narrative: '货车进城需要通行证。', details: { plates: '示A00001', route: '示范大道', windowFromAt: AHEAD } },
  F03: { narrative: '许可证加急办理。', details: { matter: '许可证', neededAt: AHEAD } },
  F04: { narrative: '请来指导危化品管理。', details: { matter: 'hazmat', request: '看台账' } },
  F05: { narrative: '请来做一次安全体检。', details: { areas: '仓库', wishedAt: AHEAD } },
  F06: { narrative: '外国专家需要办居留许可。', flags: ['foreign_national'], details: { matter: 'residence', people: 2, travelAt: AHEAD } },
  F07: { narrative: '两家相邻企业有矛盾，请调解。', details: { parties: '两家企业', matter: '停车' } },
  F08: { narrative: '等保整改请指导。', details: { request: '等保整改' } },
  F09: { narrative: '请来厂里做反诈宣讲。', details: { subject: 'fraud', wishedAt: AHEAD, audience: 200 } },
  F10: { narrative: '建议增加企业夜间值守点。', details: { subject: '夜间值守' } },
}; // prettier-ignore
