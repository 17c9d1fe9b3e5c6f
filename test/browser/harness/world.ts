import { asItHappens } from '../../../apps/standalone/src/demo/story.js';
import { playWujinTheft } from '../../../apps/standalone/src/demo/wujin-theft.js';
import type { Stage } from '../../journeys/stage.js';
import { assigned, told } from '../../journeys/stories.js';

/** Incidents at different points of their lives, for pages to show. */
export interface World {
  /** The warehouse theft, closed, with case, ledger and advice. */
  readonly theft: string;
  /** A crowd at a gate: the patrol (PAT02) has acknowledged, the others have not. */
  readonly blockade: string;
  /** The patrol's assignment there. */
  readonly patrolled: string;
  /** Money on its way to a fraudster, just dispatched. */
  readonly fraud: string;
}

/** Fills the demo through the API. */
export async function fillWorld({ town }: Stage): Promise<World> {
  const { incidentId: theft } = await playWujinTheft(town, asItHappens, () => undefined);
  const operator = await town.operator();
  const takes = async (...report: Parameters<typeof told>): Promise<string> => {
    const { incidentId } = await operator.takesReport(told(...report));
    await operator.waitsFor(incidentId, assigned);
    return incidentId;
  };
  const blockade = await takes('E201', '三十多人堵住东门，货车无法进出，保安在劝说。', {
    crowd: 35,
    flags: ['in_progress'],
  });
  const { assignments } = await operator.opensFile(blockade);
  const { assignmentId: patrolled = '' } = assignments.find(({ unit }) => unit.id === 'PAT02') ?? {};
  await (await town.unit('PAT02')).acknowledges(blockade);
  const fraud = await takes('E104', '有人冒充老板在群里要求转账，财务十分钟前转出九十八万元。', {
    estimatedLossFen: 98_000_000,
    details: { amountFen: 98_000_000, transferredAt: minutesAgo(10), contactChannel: 'wechat' },
  });
  await takes('F01', '大件设备今晚出园区，需要护送到高速入口。');
  return { theft, blockade, patrolled, fraud };
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
