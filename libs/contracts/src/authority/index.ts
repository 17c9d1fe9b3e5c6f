/** Who may see and do what with an incident: one matrix, asked by every service. */
export * from './acts.js';
export * from './relations.js';
export * from './restriction.js';
export * from './sights.js';
