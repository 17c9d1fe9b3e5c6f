import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { calmQueues } from './calm-queues.js';

interface Queue extends RequestQueue {
  push(request: object): void;
  maybeThrottle(ms: number): void;
  fulfillRequest(answer: object): void;
}
const options = {
  maxInFlightRequests: 1,
  requestTimeout: 1000,
  enforceRequestTimeout: false,
  clientId: 'c',
  broker: 'b',
};
const open = () =>
  new (RequestQueue as unknown as new (options: object) => Queue)({ ...options, logger: { debug: jest.fn() } });
const request = (correlationId: number) => {
  const entry = { correlationId, apiKey: 0, apiName: 'a', apiVersion: 0, reject: jest.fn(), resolve: jest.fn() };
  return { entry, sendRequest: jest.fn(), expectResponse: true };
};

describe('a connection to the broker', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    calmQueues();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('has no timer while nothing waits to be sent', () => {
    const queue = open();
    queue.scheduleCheckPendingRequests();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sends what waited when its broker throttled it, once that is over', () => {
    const queue = open();
    const waiting = request(1);
    queue.maybeThrottle(500);
    queue.push(waiting);
    expect(waiting.sendRequest).not.toHaveBeenCalled();
    jest.advanceTimersByTime(600);
    expect(waiting.sendRequest).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
