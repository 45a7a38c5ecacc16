/** The server over the network: same origin as the app, compressed request bodies, and a time limit. */
import { type CourierKey, courierKey } from '@denba/sync/courier/courier-key';
import { heldToText } from '@denba/sync/feed-page';
import { readJson } from '@denba/sync/json-text';
import { type PackKey, packKey } from '@denba/sync/packs/pack-key';
import { bundleAnswer, feedEnd, MOST_BYTES, parcelAnswer, recoveryKeyAnswer } from '@denba/sync/wire';
import * as v from 'valibot';
import { compressText } from '../sealing/compress-text.ts';
import type {
  BringAnswer,
  FeedEntry,
  KeepAnswer,
  PackAnswer,
  PullAnswer,
  PushAnswer,
  Server,
  Trouble,
} from './server.ts';

export type Fetch = (address: string, request: RequestInit) => Promise<Response>;

export type Joined = {
  readonly place: { readonly id: string; readonly name: string };
  readonly token: string;
  readonly courierKey: CourierKey | null;
  readonly packKey: PackKey | null;
  /** A phone of this place was reported lost a short time ago. */
  readonly lostHere: boolean;
};

/** On a line of 60 kbit/s a bundle of 200 entries takes half a minute. */
const PATIENCE_MS = 120_000;

/** `root`: base URL of the server, with a final slash. */
export const httpServer = (fetch: Fetch, root: string, token: string): Server => {
  const ask = (path: string, request: RequestInit) =>
    answerOf(fetch, `${root}${path}`, {
      ...request,
      headers: { authorization: `Bearer ${token}`, ...request.headers },
    });
  let bundleBefore: Promise<unknown> = Promise.resolve();
  return {
    push: async (bundle): Promise<PushAnswer> => {
      // Two bundles are compressed side by side, but leave in their order.
      const ready = Promise.all([compressText(bundle, 'gzip'), bundleBefore]);
      bundleBefore = ready;
      const [body] = await ready;
      const answer = await ask('api/sync/bundles', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
        body,
      });
      if (answer.kind !== 'said') return answer;
      if (answer.status === 409) {
        const gap = v.safeParse(v.object({ acknowledged: v.number() }), readJson(answer.text));
        return gap.success ? { kind: 'gap', ...gap.output } : { kind: 'busy' };
      }
      const read = v.safeParse(bundleAnswer, readJson(answer.text));
      return read.success ? { kind: 'received', answer: read.output } : { kind: 'busy' };
    },
    pull: async ({ after, seen, held, clockMs }): Promise<PullAnswer> => {
      const known = `${seen === null ? '' : `&seen=${seen}`}${held === null ? '' : `&held=${heldToText(held)}`}`;
      const answer = await ask(`api/sync/feed?after=${after}${known}&clock=${clockMs}`, { method: 'GET' });
      if (answer.kind !== 'said') return answer;
      if (answer.status === 409) return { kind: 'restarted' };
      return pageOf(answer.text) ?? { kind: 'busy' };
    },
    around: async () => {
      const answer = await ask('api/sync/places', { method: 'GET' });
      if (answer.kind !== 'said') return answer;
      const read = v.safeParse(placesAround, readJson(answer.text));
      return read.success ? read.output : { kind: 'busy' };
    },
    pack: async (id): Promise<PackAnswer> => {
      const answer = await ask(`api/sync/packs/${id}`, { method: 'GET' });
      return answer.kind === 'said' ? { kind: 'pack', text: answer.text } : answer;
    },
    bring: async (parcel): Promise<BringAnswer> => {
      const answer = await ask('api/sync/courier', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
        body: await compressText(parcel, 'gzip'),
      });
      if (answer.kind !== 'said') return answer;
      const read = v.safeParse(parcelAnswer, readJson(answer.text));
      return read.success ? { kind: 'brought', outcome: read.output.outcome } : { kind: 'busy' };
    },
    keepRecoveryKey: async (sealed): Promise<KeepAnswer> => {
      const answer = await ask('api/sync/recovery-key', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sealed),
      });
      if (answer.kind !== 'said') return answer;
      return v.is(recoveryKeyAnswer, readJson(answer.text)) ? { kind: 'kept' } : { kind: 'busy' };
    },
  };
};

/** A key whose id does not match is treated as absent: nobody could decrypt what is encrypted to it. */
const knownKey = v.optional(v.fallback(v.nullable(courierKey), null), null);
const knownPackKey = v.optional(v.fallback(v.nullable(packKey), null), null);

const placesAround = v.object({
  places: v.array(v.object({ id: v.string(), name: v.string(), kind: v.string() })),
  courierKey: knownKey,
  pack: v.optional(v.nullable(v.string()), null),
  packKey: knownPackKey,
});

/** Returns the place that a join code belongs to. */
export const askPlaceOf = async (fetch: Fetch, root: string, code: string): Promise<Joined['place'] | Trouble> => {
  const answer = await post(fetch, `${root}api/join-codes`, { code });
  if (answer.kind !== 'said') return answer;
  const read = v.safeParse(v.object({ place }), readJson(answer.text));
  return read.success ? read.output.place : { kind: 'busy' };
};

export type JoinRequest = {
  readonly code: string;
  readonly device: string;
  readonly name: string;
  readonly facility: string;
  readonly publicKey: string;
};

export const joinPlace = async (fetch: Fetch, root: string, request: JoinRequest): Promise<Joined | Trouble> => {
  const answer = await post(fetch, `${root}api/devices`, request);
  if (answer.kind !== 'said') return answer;
  const read = v.safeParse(
    v.object({
      ...{ place, token: v.string(), courierKey: knownKey, packKey: knownPackKey },
      // A server of an earlier version does not say it.
      lostHere: v.optional(v.boolean(), false),
    }),
    readJson(answer.text),
  );
  return read.success ? read.output : { kind: 'busy' };
};

const place = v.object({ id: v.string(), name: v.string() });

const post = (fetch: Fetch, address: string, body: object) =>
  answerOf(fetch, address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

type Said = { readonly kind: 'said'; readonly status: number; readonly text: string };

const answerOf = async (fetch: Fetch, address: string, request: RequestInit): Promise<Said | Trouble> => {
  try {
    const response = await fetch(address, {
      // In an object of its own: the types of Node, which also check this file, know no `cache`.
      ...{ credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) },
      ...request,
    });
    const text = await response.text();
    return response.ok ? { kind: 'said', status: response.status, text } : troubleOf(response.status, text);
  } catch {
    // Whatever the failure (no network, a proxy, the time limit): the next meeting tries again.
    return { kind: 'offline' };
  }
};

const troubleOf = (status: number, text: string): Said | Trouble => {
  const read = v.safeParse(v.object({ code: v.string() }), readJson(text));
  const code = read.success ? read.output.code : '';
  if (code === 'gap' || code === 'feed-restarted') return { kind: 'said', status, text };
  if (code === 'device-revoked') return { kind: 'revoked' };
  if (code === 'device-not-joined') return { kind: 'notJoined' };
  // An answer without a code is not our server's but comes from something in between (e.g. a captive portal).
  return status === 429 || status >= 500 || code === '' ? { kind: 'busy' } : { kind: 'refused', code };
};

const pageOf = (text: string): Extract<PullAnswer, { readonly kind: 'page' }> | null => {
  const lines = text.trimEnd().split('\n').map(readJson);
  const last = v.safeParse(v.object({ end: feedEnd }), lines.pop());
  const read = v.safeParse(v.array(v.object({ position: v.number(), entry: v.unknown() })), lines);
  if (text.length > 4 * MOST_BYTES || !last.success || !read.success) return null;
  return { kind: 'page', lines: read.output as readonly FeedEntry[], end: last.output.end };
};
