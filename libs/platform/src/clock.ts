import { Injectable } from '@nestjs/common';

/** The time source of use cases; specs put a fixed one in its place. Domain code receives times as arguments. */
@Injectable()
export class Clock {
  /** The present instant (UTC). */
  now(): Date {
    return new Date();
  }
}
