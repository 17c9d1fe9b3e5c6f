import { inRoot } from '../../scripts/lib/paths.mjs';
import { mapped } from './incident-types.mjs';

/** The disciplines that the product's own triage would send to a call, and the beat a place lies in. */
export async function planRule() {
  const [{ triage }, { incidentType }, { demoJurisdictions }] = await Promise.all([
    import(inRoot('dist/apps/intake/src/domain/triage/triage.js')),
    import(inRoot('dist/apps/intake/src/domain/incident-types/index.js')),
    import(inRoot('dist/apps/standalone/src/demo/data/jurisdictions.js')),
  ]);
  return {
    disciplinesOf: ({ kind, at }) => {
      const { type, flags, injured } = mapped(kind);
      const facts = { flags, injured, crowd: 0, estimatedLossFen: 0, details: {}, receivedAt: new Date(at) };
      return triage({ ...facts, type: incidentType(type) }).plan.atOnce;
    },
    jurisdictionAt: ({ longitude, latitude }) =>
      demoJurisdictions.find(
        ({ outline: [[west, south], , [east, north]] }) =>
          longitude >= west && longitude < east && latitude >= south && latitude < north,
      )?.code,
  };
}
