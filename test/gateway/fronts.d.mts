/** Something that stands in front of the services, running; see fronts.mjs. */
export interface Front {
  readonly name: string;
  stop(): Promise<void>;
}
export function gatewayFront(options?: { lenient?: boolean }): Promise<Front>;
export function embeddedFront(): Promise<Front>;
