export * from './catalogue.js';
export * from './clock-fact.js';
export { readerOf, type Reader } from './compiled-check.js';
export * from './event.js';
export * from './events/index.js';
export * from './parts.js';
export * from './streams.js';
export * from './vocabulary.js';
export * from './authority/index.js';
