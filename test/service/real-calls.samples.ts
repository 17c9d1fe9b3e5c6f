/** What a call told, in our words; what happened is known from public reports, every name and account is invented. */
export interface RealCall {
  readonly what: string;
  readonly type: string;
  /** The priority that the facts ask for. */
  readonly priority: 'P1' | 'P2' | 'P3' | 'P4';
  readonly narrative: string;
  readonly told: Readonly<Record<string, unknown>>;
}

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const yuan = (amount: number): number => amount * 100;
const PAYEE = '6222020000007654321';
const fraud = (what: string, minutes: number, amounts: readonly number[], narrative: string): RealCall => ({
  what,
  type: 'E104',
  priority: 'P1',
  narrative,
  told: {
    estimatedLossFen: yuan(amounts.reduce((sum, one) => sum + one, 0)),
    details: {
      payments: amounts.map((amount, nth) => ({ amountFen: yuan(amount), transferredAt: ago(minutes + nth), payeeAccount: PAYEE, payeeBank: '示范银行' })),
    },
  },
}); // prettier-ignore
const call = (
  what: string,
  type: string,
  priority: RealCall['priority'],
  narrative: string,
  told: RealCall['told'] = {},
): RealCall => ({ what, type, priority, narrative, told });

/** Calls of enterprises that were dispatched somewhere, as a call taker would enter them. */
export const REAL_CALLS: readonly RealCall[] = [
  fraud('noticed after seven minutes', 7, [2_980_000], '财务按假老板指示转账，七分钟后发现不对。'),
  fraud('called within ten minutes', 9, [856_000], '有人冒充老板在群里让财务付款。'),
  fraud('noticed after one minute', 2, [1_320_000], '刚转出去就发现对方是冒充的。'),
  fraud('several payments, called in the evening', 300, [300_000, 250_000, 170_000], '冒充领导分几次要走货款，晚上才发现。'),
  fraud('two payments in the morning', 30, [500_000, 480_000], '假老板要求付合同款，先后两笔。'),
  fraud('through a company chat', 20, [983_000], '有人在企业聊天软件里冒充负责人。'),
  fraud('two payments, sums contradict', 176, [500_000, 390_000], '对账发现两笔款打到陌生账户。'),
  call('cable stolen again and again, production suffers', 'E101', 'P2', '港区电缆接连两晚被割，停产抢修。', { flags: ['production_halted'], estimatedLossFen: yuan(1_000_000), details: { items: [{ name: '电缆' }], storagePlace: '港区管廊' } }),
  call('cable stolen by a gang', 'E101', 'P3', '工地电缆被人剪走。', { estimatedLossFen: yuan(30_000) }),
  call('cable of a solar site', 'E101', 'P3', '光伏工地一百五十米电缆不见了。', { estimatedLossFen: yuan(90_000), details: { items: [{ name: '电缆', quantity: 150, unit: 'm' }] } }),
  call('batteries of eight cars', 'E101', 'P2', '停车场八辆新能源车的电池被拆走。', { estimatedLossFen: yuan(980_000), details: { items: [{ name: '动力电池', quantity: 8 }], cctv: true } }),
  call('forty-five chips', 'E101', 'P2', '库房四十五枚芯片被盗。', { estimatedLossFen: yuan(1_020_000), details: { items: [{ name: '芯片', quantity: 45 }] } }),
  call('teach pendants of robots', 'E101', 'P3', '厂区八十二个示教器不见了。', { details: { items: [{ name: '示教器', quantity: 82 }] } }),
  call('weights made up, found by a visit', 'E105', 'P2', '走访发现送货车辆长期虚增重量。', { channel: 'visit', estimatedLossFen: yuan(40_000_000), details: { counterparty: '示范废钢商行', civilSuit: false } }),
  call('batteries stolen and sold for a year', 'E102', 'P2', '盘点发现电池一年来陆续少了。', { estimatedLossFen: yuan(10_000_000), details: { items: [{ name: '电池' }] } }),
  call('counterfeit goods from another province', 'E109', 'P2', '外省窝点仿冒本厂商标。', { estimatedLossFen: yuan(10_000_000), details: { mark: '示范牌', goods: '配件一万余件', places: '外省三处' } }),
  call('trade secret', 'E108', 'P2', '核心工艺被前员工带走并在用。', { estimatedLossFen: yuan(280_000_000), details: { secretKind: 'process', ongoing: true } }),
  call('freight fee in dispute', 'E602', 'P4', '司机因运费没结清停在厂里。', { details: { counterparty: '示范货运平台', matter: '运费' } }),
  call('three loads of earth at the gate', 'E201', 'P2', '夜里三车土方倒在厂区路口，几家厂进不去。', { occurredFrom: ago(10), details: { vehicles: 3, blockedGates: '厂区路口' } }),
  call('wages of 34', 'E601', 'P1', '三十四名工人讨要工资。', { crowd: 34, details: { workers: 34, amountFen: yuan(400_000) } }),
  call('wages of 11, gate blocked', 'E201', 'P2', '十一名工人因欠薪堵在门口。', { crowd: 11, details: { appeal: '工资二十四万元', blockedGates: '大门' } }),
  call('wages of more than thirty', 'E601', 'P1', '三十余人聚集讨薪。', { crowd: 30, details: { workers: 30, amountFen: yuan(330_000) } }),
  call('wages of more than a hundred', 'E601', 'P1', '一百余名驾驶员要求补发工资。', { crowd: 100, details: { workers: 100, amountFen: yuan(1_600_000) } }),
  call('wages of 23, quiet', 'E601', 'P3', '二十三名工人反映工资拖欠。', { details: { workers: 23, amountFen: yuan(1_800_000), months: 6 } }),
  call('ransomware in the wage system', 'E111', 'P1', '工资系统被加密，明天发不出工资。', { flags: ['critical_service'], details: { system: '工资系统', backup: '不完整', ransomNote: '要求付款' } }),
  call('data of thirty shops deleted', 'E111', 'P1', '会员数据库被人删除，三十多家门店停业。', { flags: ['production_halted'], details: { criticalDown: true, system: '会员系统', startedAt: ago(60) } }),
  call('alarm panel at night, thief inside', 'E101', 'P2', '联网报警，保安看到有人在室内。', { channel: 'phone', flags: ['in_progress', 'suspect_on_scene'] }),
]; // prettier-ignore

/** Calls that once went wrong: each tells what was lost or asked for in vain. */
export const HARD_CALLS: readonly RealCall[] = [
  call('no case by itself', 'E108', 'P3', '怀疑图纸外流。'),
  call('insider, a unit may have to step back', 'E102', 'P3', '仓管可能与保安相识。', { details: { accessControl: '双人双锁' } }),
  call('only economic crime has a lead', 'E106', 'P3', '货款少了一截。', { details: { post: '出纳' } }),
  call('somebody hurt in a restricted matter', 'E102', 'P3', '盘点时起冲突，有人擦伤。', { injured: 1 }),
  call('money to be given back', 'E101', 'P3', '追回的铜料等着领。'),
  call('theft with a weapon', 'E101', 'P1', '小偷持刀与保安对峙。', { flags: ['weapon', 'life_threat'] }),
  call('fraud by the time of its transfer', 'E104', 'P1', '刚转出去。', { details: { payments: [{ transferredAt: ago(5), payeeAccount: PAYEE }] } }),
  call('one that may be called off', 'E201', 'P2', '门口有人聚着。', { crowd: 5 }),
  call('third call brings a weapon and two injured', 'E203', 'P1', '两拨人打起来，有人拿钢管。', { flags: ['weapon'], injured: 2 }),
  call('an address and no telephone', 'E101', 'P3', '路人说厂里被撬了。', { place: { address: '示范园区创新路9号' }, reporter: { name: '路人', noPhone: 'unknown' } }),
]; // prettier-ignore
