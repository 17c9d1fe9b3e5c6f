/** So many are remembered until they are planned, which takes seconds. */
const MOST = 1000;

/** Incidents that people released: their plans come when somebody decided, and tell nothing about how late planning is. */
export class Released {
  private readonly ids = new Set<string>();

  add(incidentId: string): void {
    this.ids.add(incidentId);
    const [oldest] = this.ids;
    if (this.ids.size > MOST && oldest !== undefined) this.ids.delete(oldest);
  }

  /** Whether an incident was released since it was taken from here last. */
  take(incidentId: string): boolean {
    return this.ids.delete(incidentId);
  }
}
