export function ruleFaults(): string[];
export function passwordFaults(file: string, text: string): string[];
export function exampleFaults(text: string): string[];
