import type { PageSeen } from './pages.js';

export const CONSOLE_PAGES: readonly PageSeen[] = [];
