/** A service of a compose file, as it is read. */
export type Service = Readonly<Record<string, unknown>>;

export function closedFaults(name: string, service: Service): string[];
export function baseImageFaults(dockerfile: string): string[];
