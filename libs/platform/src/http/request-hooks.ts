import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.js';
import { continueTrace, runInContext, type RequestContext } from '../tracing/request-context.js';

/** Gives every request its trace context, tells the client its trace id, and measures the answer. */
export function addRequestHooks(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    runInContext(traceRequest(request, reply), done);
  });
  // Reading the body leaves the asynchronous context of the request; enter it again.
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (request.trace) runInContext(request.trace, done);
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.request(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

/** Continues or begins the trace of a request and tells the client its id. */
export function traceRequest(request: FastifyRequest, reply: FastifyReply): RequestContext {
  const traceparent = request.headers['traceparent'];
  const trace = continueTrace(typeof traceparent === 'string' ? traceparent : undefined);
  request.trace = trace;
  void reply.header('X-Trace-Id', trace.traceId);
  return trace;
}
