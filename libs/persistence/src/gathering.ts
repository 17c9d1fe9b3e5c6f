/** Hands over together what arrives while the last turn is still running; a turn must not throw. */
export class Gathering<Item> {
  private waiting: Item[] = [];
  private running = false;

  /** @param most items per turn */
  constructor(
    private readonly most: number,
    private readonly turn: (items: readonly Item[]) => Promise<void>,
  ) {}

  /** Puts an item into the next turn. */
  add(item: Item): void {
    this.waiting.push(item);
    if (!this.running) void this.drain();
  }

  private async drain(): Promise<void> {
    this.running = true;
    // What arrives in this round of the event loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.turn(this.waiting.splice(0, this.most));
    this.running = false;
  }
}
