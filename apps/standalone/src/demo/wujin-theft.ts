import { caught } from './seen.js';
import { LOSS, theft } from './stolen-copper.js';
import { narrate, type OnStep, type StoryClock, type StoryEnd } from './story.js';
import type { Town, Unit } from './town.js';

/**
 * The reference scenario: a raw-material warehouse is burgled, over 40,000 yuan are gone. Three disciplines work at once,
 * two suspects are caught before 23:00 of the same day, insiders turn out to be involved, the goods come back, and the
 * enterprise gets advice. The next step waits for what `onStep` promises.
 */
export async function playWujinTheft(town: Town, at: StoryClock, onStep: OnStep): Promise<StoryEnd> {
  const { step, steps } = narrate(at, onStep);
  const operator = await town.operator();
  const enterprise = await town.enterprise();
  const [station, detectives, video] = await Promise.all([town.unit('PS02'), town.unit('CID02'), town.unit('AST01')]);

  const began = performance.now();
  const { incidentId } = await step('reported', '08:05', () => operator.takesReport(theft(at)));
  await step('assigned', '08:05', () =>
    operator.waitsFor(
      incidentId,
      ({ assignments }) => new Set(assignments.map(({ unit }) => unit.discipline)).size >= 3,
    ),
  );
  const reportToAssignedMs = Math.round(performance.now() - began);
  await step('acknowledged', '08:06', () =>
    Promise.all([station, detectives, video].map((unit) => unit.acknowledges(incidentId, at('08:06')))),
  );
  await step('departed', '08:07', () =>
    Promise.all([station, detectives].map((unit) => unit.departs(incidentId, at('08:07')))),
  );
  await step('arrived', '08:16', () =>
    Promise.all([station, detectives].map((unit) => unit.arrives(incidentId, at('08:16')))),
  );
  await step('remote work started', '08:10', () => video.startsWork(incidentId, at('08:10')));
  await step('first feedback', '08:40', () =>
    station.reports(incidentId, { text: '原料仓库侧门被撬，清点缺少铜料约0.6吨。现场已封控。', at: at('08:40') }),
  );
  const caseId = await step('case opened by the lead unit', '09:05', () => station.opensCase(incidentId, at('09:05')));
  await step('case under review', '09:10', () => station.movesCase(caseId, 'review', '接报后初查', at('09:10')));
  const filing = await step('filing proposed by the lead unit', '10:20', () =>
    station.proposes(caseId, { act: 'file', basis: '现场勘查与失物清点相符', at: at('10:30') }),
  );
  await step('filing approved by the director', '10:30', async () =>
    (await town.director()).approves(filing, '同意立案'),
  );
  await step('investigation started', '10:35', () =>
    station.movesCase(caseId, 'investigate', '多警种同步上案', at('10:35')),
  );
  await step('insiders suspected', '16:20', () =>
    detectives.reports(incidentId, {
      text: '门禁记录与出库登记不符，疑有内部人员配合。',
      at: at('16:20'),
      insiderSuspected: true,
    }),
  );
  await step('disclosure restricted', '16:25', async () => {
    await operator.waitsFor(incidentId, ({ restricted }) => restricted);
    await station.restricts(incidentId, '疑有内部人员参与', 'enterprise');
  });
  await step('first suspect caught', '21:40', () =>
    detectives.reports(incidentId, { text: '抓获嫌疑人一名。', at: at('21:40'), suspectsCaught: 1 }),
  );
  await step('second suspect caught', '22:47', () =>
    detectives.reports(incidentId, { text: '抓获嫌疑人第二名，起获全部铜料。', at: at('22:47'), suspectsCaught: 1 }),
  );
  await operator.waitsFor(incidentId, (file) => caught(file).length === 2);
  await step('loss verified', '22:55', () =>
    station.posts(caseId, { kind: 'LOSS_VERIFIED', amountFen: LOSS.verifiedFen, method: '价格认定', at: at('22:55') }),
  );
  await step('goods recovered', '23:00', () =>
    station.posts(caseId, { kind: 'RECOVERED', amountFen: LOSS.recoveredFen, note: '起获铜料', at: at('23:00') }),
  );
  await step('case solved', '23:05', () => station.movesCase(caseId, 'solve', '嫌疑人供述与物证吻合', at('23:05')));
  const giveBack = await step('return proposed by the lead unit', '23:10', () =>
    station.proposes(caseId, {
      act: 'return',
      basis: '权属清楚、无争议，已登记拍照估价',
      at: at('23:20'),
      entry: { amountFen: LOSS.recoveredFen, holding: 'in_hold' },
    }),
  );
  await step('return approved by the director', '23:15', async () =>
    (await town.director()).approves(giveBack, '同意发还'),
  );
  await step('handed over by the custodian', '23:20', async () =>
    (await town.custodian()).handsOver(giveBack, '企业委托代理人凭营业执照、授权委托书领取'),
  );
  await step('prevention advice issued', '23:25', () =>
    operator.advises(
      incidentId,
      ['gate', 'warehouse', 'policy'],
      '夜间车辆出门须查验放行单；原料仓库实行双人双锁并每日登记；修订出入库与值班制度。',
    ),
  );
  await step('units completed', '23:30', () => completeAll([detectives, video, station], incidentId, at('23:30')));
  await operator.waitsFor(incidentId, ({ state }) => state === 'HANDLED');
  await step('reviewed and closed by the desk', '23:40', () => operator.closes(incidentId, '材料齐全，予以结警'));
  const file = await operator.waitsFor(incidentId, ({ state }) => state === 'CLOSED');
  const notices = await step('enterprise told at each step', '23:40', async () => {
    // The last of them: what is closed as a case is told by where the case stands.
    const told = await enterprise.waitsForNotice(incidentId, 'case_continues');
    return told.length;
  });
  return { incidentId, file, notices, reportToAssignedMs, steps };
}

/** Assists first, the lead last. */
async function completeAll(
  [detectives, video, station]: readonly [Unit, Unit, Unit],
  incidentId: string,
  at: string,
): Promise<void> {
  await detectives.completes(incidentId, { text: '抓捕与取证完成。', at });
  await video.completes(incidentId, { text: '轨迹研判完成。', at });
  await station.completes(incidentId, { text: '人赃俱获，转案件办理。', at, outcome: 'CASE_REGISTERED' });
}
