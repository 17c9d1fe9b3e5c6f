import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import { faultOf } from '../problem/fault-of.js';
import { problemOf } from '../problem/problem.js';
import { continueTrace } from '../tracing/request-context.js';

/** Status of what Node's parser refuses before there is a request; everything else is malformed. */
const STATUS_OF_PARSER: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no HTTP request with a problem document too, and closes its connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy(error);
  const status = STATUS_OF_PARSER[error.code ?? ''] ?? 400;
  const { traceId } = continueTrace(undefined);
  const body = JSON.stringify(problemOf(faultOf({ statusCode: status }), 'zh', '/', traceId));
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Content-Language: zh-CN',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Trace-Id: ${traceId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Has every header of a request read. Node keeps the first 2,000 and forgets the rest without a word, which may be what a
 * proxy added about who asked, or the length of the body; their size is limited anyway.
 */
export function readAllHeaders({ server }: FastifyInstance): void {
  server.maxHeadersCount = 0;
}
