import type { Database } from 'libsql';

export function fileOf(dir: string, service: string): string;
export function tableOf(service: string, name: string, dir: string): string;
export function openFile(dir: string, service: string): Database;
