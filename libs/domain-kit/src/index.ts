export * from './geo.js';
export * from './lifecycle.js';
export * from './masking.js';
export * from './money.js';
export * from './refusal.js';
export * from './time.js';
export * from './uscc.js';
