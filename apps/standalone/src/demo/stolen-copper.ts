import { DEMO_ENTERPRISE_ID } from './data/enterprises.js';
import type { StoryClock } from './story.js';

/** What is lost by the first report, by the appraisal, and what comes back; integer fen. */
export const LOSS = { reportedFen: 4_230_000, verifiedFen: 4_180_000, recoveredFen: 3_950_000 };

/** The report of the theft, as the warehouse keeper tells it. */
export const theft = (at: StoryClock) => ({
  type: 'E101',
  enterpriseId: DEMO_ENTERPRISE_ID,
  narrative: '早上开门发现原料仓库侧门锁被撬，铜料少了一批，价值四万多元，昨晚十点还在。',
  reporter: { name: '示范报警人', phone: '13800000001', role: '仓库主管' },
  place: { address: '示范园区创新路1号 原料仓库', longitude: 119.972, latitude: 31.692 },
  receivedAt: at('08:05'),
  estimatedLossFen: LOSS.reportedFen,
  details: {
    items: [{ name: '电解铜', quantity: 600, unit: 'kg', valueFen: LOSS.reportedFen }],
    storagePlace: '原料仓库',
    cctv: true,
  },
});
