import { Injectable } from '@nestjs/common';

/** Tells long-lived answers (the live feed) that the process is about to leave, so that they end by themselves. */
@Injectable()
export class ProcessLife {
  private readonly controller = new AbortController();

  /** Aborted when the orderly stop begins. */
  get stopping(): AbortSignal {
    return this.controller.signal;
  }

  /** Begins the orderly stop. */
  stop(): void {
    this.controller.abort();
  }
}
