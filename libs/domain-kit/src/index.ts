export * from './lifecycle.js';
export * from './refusal.js';
