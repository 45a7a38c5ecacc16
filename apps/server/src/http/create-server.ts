/**
 * The HTTP server without its routes: limits, headers, logs without personal data, and one shape for every refusal. An
 * unexpected error is logged with a number, and the answer contains that number only.
 */
import { randomUUID } from 'node:crypto';
import { MOST_BYTES } from '@denba/sync/wire';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { databaseAway, isDatabaseAway } from './database-away.ts';
import { notFound, notUnderstood, Refusal, tooLarge } from './refusal.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnread } from './unread-request.ts';

export type Log = (line: Readonly<Record<string, unknown>>) => void;

/** The largest bundle, compressed, takes about five minutes at 60 kbit/s; no connection may stay open without limit. */
const LONGEST_REQUEST_MS = 20 * 60_000;

/** `proxies`: addresses of trusted proxies, separated by commas, whose headers say where a request comes from. */
export const createServer = (log: Log, proxies?: string): FastifyInstance => {
  const server = Fastify({
    bodyLimit: MOST_BYTES,
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: proxies ?? false,
    requestTimeout: LONGEST_REQUEST_MS,
    clientErrorHandler: answerUnread,
    // A request with an invalid URL does not reach the handlers below.
    frameworkErrors: (_failure, _request, reply) => {
      const { status, code, text } = notUnderstood();
      const body = JSON.stringify({ code, message: text });
      reply.raw.writeHead(status, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8' }).end(body);
    },
  });
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
  server.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, never the URL, which may contain the id of a family.
    const { url = null } = request.routeOptions;
    const ms = Math.round(reply.elapsedTime);
    log({ kind: 'request', id: request.id, method: request.method, route: url, status: reply.statusCode, ms });
  });
  server.setNotFoundHandler(async () => {
    throw notFound();
  });
  server.setErrorHandler(async (failure: Error & { readonly statusCode?: number }, request, reply) => {
    const refusal = asRefusal(failure);
    if (refusal !== null) {
      return reply.status(refusal.status).send({ code: refusal.code, message: refusal.text });
    }
    const { status, code, text } = unforeseen(log, request, failure);
    return reply.status(status).send({ code, message: text });
  });
  return server;
};

/** Logs an unexpected error; the answer contains only its number in the log. */
export const unforeseen = (log: Log, { id, routeOptions }: FastifyRequest, failure: Error): Refusal => {
  log({ kind: 'error', id, route: routeOptions.url ?? null, what: String(failure.stack) });
  return new Refusal(500, 'internal', {
    fr: `Le serveur n'a pas pu répondre. Rien n'a été perdu. Numéro : ${id}`,
    en: `The server could not answer. Nothing was lost. Number: ${id}`,
  });
};

/** Returns `null` for an unexpected error. */
export const asRefusal = (failure: Error & { readonly statusCode?: number }): Refusal | null => {
  if (failure instanceof Refusal) return failure;
  const status = failure.statusCode ?? 500;
  if (status === 413) return tooLarge();
  if (isDatabaseAway(failure)) return databaseAway();
  return status >= 400 && status < 500 ? notUnderstood() : null;
};
