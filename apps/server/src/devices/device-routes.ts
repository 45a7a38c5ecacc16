/** The routes for phones: joining a centre, sending a bundle, reading the feed of their centre. */

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isSignedBy, readBundle } from '@denba/sync/bundle';
import { HELD, MARK, parseHeld } from '@denba/sync/feed-page';
import { auditSent } from '@denba/sync-server/audit';
import { readFeed } from '@denba/sync-server/read-feed';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { currentCourierKey } from '../courier/courier-keys.ts';
import type { Tables } from '../database/tables.ts';
import { textOf } from '../http/packed-text.ts';
import { notUnderstood, tooLarge } from '../http/refusal.ts';
import type { Throttle } from '../http/throttle.ts';
import { type Turn, turns } from '../http/turns.ts';
import { publicPackKey } from '../packs/pack-keys.ts';
import { packOfPlace, pathOf } from '../packs/pack-of-place.ts';
import type { RecordWork } from '../record-threads/record-work.ts';
import { feedRestarted, gapText, notSigned, unreadable } from './device-refusals.ts';
import { placeOfCode } from './join-codes.ts';
import { joinDevice, joinRequest, wrongCode } from './join-device.ts';
import { knownDevice } from './known-device.ts';
import { placesAround } from './places-around.ts';
import { clockOff, sawSend, sawThere } from './saw-device.ts';

type Given = {
  readonly db: Kysely<Tables>;
  readonly receive: RecordWork['receive'];
  readonly now: () => Date;
  readonly tries: Throttle;
  /** Id of the pack of this release; `null`: none. */
  readonly shippedPack: string | null;
};

/** In bytes. Small, because anybody may send such a request. */
const MOST_TO_JOIN = 4 * 1024;

/** For the bundle before of the same phone: longer than the server works on any, shorter than a phone waits. */
const LONGEST_WAIT_MS = 10_000;

export const codeRequest = v.object({ code: v.pipe(v.string(), v.maxLength(20)) });

export const feedQuery = v.object({
  /** Mark of the entry at `after`: shows that the feed is still the one that was read so far. */
  seen: v.optional(v.pipe(v.string(), v.regex(MARK))),
  /** What the phone has of its own log: number and hash of an entry. Those up to it are not sent back. */
  held: v.optional(v.pipe(v.string(), v.regex(HELD))),
  after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  /** The time of the phone's own clock, in milliseconds since 1970. */
  clock: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)), '1000'),
});

export const deviceRoutes = (server: FastifyInstance, { db, receive, now, tries, shippedPack }: Given): void => {
  // A bundle is text that may be compressed: Fastify must not parse it.
  server.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  // The code is in the body, because many systems log URLs.
  server.post('/api/join-codes', { bodyLimit: MOST_TO_JOIN }, async (request) => {
    await tries.ask(`join ${request.ip}`);
    const asked = v.safeParse(codeRequest, request.body);
    if (!asked.success) throw notUnderstood();
    const place = await placeOfCode(db, asked.output.code, now());
    if (place === null) throw wrongCode();
    // Earlier wrong guesses still count: otherwise one valid code, used between guesses, would reset the throttle.
    await tries.giveBack(`join ${request.ip}`);
    return { place };
  });

  server.post('/api/devices', { bodyLimit: MOST_TO_JOIN }, async (request, reply) => {
    await tries.ask(`join ${request.ip}`);
    const asked = v.safeParse(joinRequest, request.body);
    if (!asked.success) throw notUnderstood();
    const joined = await joinDevice(db, asked.output, now(), request.ip);
    await tries.forget(`join ${request.ip}`);
    const keys = { courierKey: await currentCourierKey(db, now()), packKey: await publicPackKey(db, now()) };
    return reply.status(201).send({ ...joined, ...keys });
  });

  // Checked before the body is read, so that a caller without a centre cannot fill the server's memory.
  const joinedOnly = async (request: FastifyRequest): Promise<void> => {
    await knownDevice(db, request.headers.authorization);
  };
  // A phone on a quick line sends two bundles at once: the second one, received before the first, would be a gap.
  const ofOnePhone = turns(LONGEST_WAIT_MS);
  const turnOf = new WeakMap<FastifyRequest, Turn>();
  const takeTurn = async (request: FastifyRequest): Promise<void> => {
    turnOf.set(request, ofOnePhone.take(request.headers.authorization ?? ''));
  };
  const endTurn = async (request: FastifyRequest): Promise<void> => turnOf.get(request)?.end();
  const inTurn = { onRequest: [takeTurn, joinedOnly], onResponse: endTurn, onRequestAbort: endTurn };
  server.post('/api/sync/bundles', inTurn, async (request, reply) => {
    const device = await knownDevice(db, request.headers.authorization);
    const bundle = readBundle(await textOf(request.body, request.headers['content-encoding']));
    if (!bundle.ok) throw bundle.error.kind === 'tooLarge' ? tooLarge() : unreadable(bundle.error.kind);
    const { head } = bundle.value;
    if (head.device !== device.id || !(await isSignedBy(bundle.value, device.publicKey))) throw notSigned();
    const clockOffMs = clockOff(head.madeAt, now());
    const sender = {
      device: device.id,
      place: device.place,
      facilities: new Set([device.place, device.facility]),
      from: request.ip,
      clockOffMs,
    };
    await turnOf.get(request)?.come;
    const answer = await receive(sender, bundle.value, now());
    await sawSend(db, { device: device.id, clockOffMs, isReceived: !('kind' in answer) }, now());
    if (!('kind' in answer)) return answer;
    return reply.status(409).send({ code: answer.kind, message: gapText, acknowledged: answer.acknowledged });
  });

  server.get('/api/sync/places', async (request) => {
    const device = await knownDevice(db, request.headers.authorization);
    const has = await packOfPlace(db, await pathOf(db, device.place), shippedPack, now());
    return {
      places: await placesAround(db, device.place),
      courierKey: await currentCourierKey(db, now()),
      pack: has?.pack ?? null,
      packKey: await publicPackKey(db, now()),
    };
  });

  server.get('/api/sync/feed', async (request, reply) => {
    const device = await knownDevice(db, request.headers.authorization);
    const asked = v.safeParse(feedQuery, request.query);
    if (!asked.success) throw notUnderstood();
    const { after, seen = null, limit, clock = null } = asked.output;
    const held = asked.output.held === undefined ? null : parseHeld(asked.output.held);
    const [page] = await Promise.all([
      readFeed(db, device, { after, seen, limit, held }, now()),
      sawThere(db, device.id, clock, now()),
    ]);
    if (page === null) throw feedRestarted();
    const { lines, end, families } = page;
    const audited = auditSent(db, device.place, now(), { device: device.id, families, from: request.ip });
    // The entry is sent exactly as it is stored: its hash was made of these bytes.
    const text = lines.map(({ position, entry }) => `{"position":${position},"entry":${entry}}\n`).join('');
    const body = `${text}${JSON.stringify({ end })}\n`;
    reply.header('content-type', 'application/x-ndjson').header('vary', 'accept-encoding');
    const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    // Nothing is sent before the audit has it.
    const [sent] = await Promise.all([packed ? promisify(gzip)(body) : body, audited]);
    return packed ? reply.header('content-encoding', 'gzip').send(sent) : reply.send(sent);
  });
};
