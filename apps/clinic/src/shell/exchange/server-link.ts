/**
 * The link between this phone and its server: when they meet (sync), and what is known since the last meeting. It never
 * makes the worker wait: what she saves is safe on the phone and is sent when there is a network.
 *
 * They meet when the phone is unlocked, a moment after a save, when the network comes back, and every quarter of an
 * hour; after failures with growing pauses.
 */
import type { Session } from '@denba/device/device';
import { handInRecoveryKey } from '@denba/device/sync/hand-in-recovery-key';
import { askPlaceOf, type Fetch, httpServer, joinPlace } from '@denba/device/sync/http-server';
import { keepLink, type Link, newLink, readLink } from '@denba/device/sync/link';
import type { Parties } from '@denba/device/sync/meeting';
import type { PlaceAround, Server, Trouble } from '@denba/device/sync/server';
import type { Meeting } from '@denba/device/sync/synchronise';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { JsonValue } from '@denba/records/canonical-json';
import { toBase64Url } from '@denba/sync/base64-url';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ProtocolPacks } from '../protocol/protocol-packs.ts';
import { type Courier, openCourier } from './courier.ts';
import { type Letters, openLetters } from './letters.ts';

export type ServerState =
  | { readonly kind: 'reading' }
  /** The phone never joined a server. */
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'linked';
      readonly link: Link;
      readonly meeting: boolean;
      /** What went wrong at the last meeting since the phone was unlocked; `null` when nothing did. */
      readonly trouble: Meeting['trouble'];
    };

export type ServerLink = {
  readonly state: ReadonlySignal<ServerState>;
  /** Places to which families may be referred; `[]` until the server was met once. */
  readonly places: ReadonlySignal<readonly PlaceAround[]>;
  /** The number of entries of this phone that the server does not have yet. */
  readonly unsent: () => number;
  readonly courier: Courier;
  readonly letters: Pick<Letters, 'left'>;
  /** Asks for the centre to which a join code belongs, without joining it. */
  readonly askPlace: (code: string) => Promise<Link['place'] | Trouble>;
  readonly join: (code: string) => Promise<JoinedCentre | Trouble>;
  readonly meetNow: () => Promise<void>;
  readonly close: () => void;
};

export type Connection = { readonly fetch: Fetch; readonly root: string; readonly wallMs: () => number };

/** The connection to the server that served the app; the app is in a folder below the server's root. */
export const sameOrigin = (wallMs: () => number): Connection => ({
  fetch: (address, request) => fetch(address, request),
  root: new URL('../../', document.baseURI).href,
  wallMs,
});

/** `lostHere`: a phone of the centre was lost lately. */
export type JoinedCentre = { readonly link: Link; readonly lostHere: boolean };

/** Joins the phone to the centre of the code and stores the link. */
export const joinServer = async (
  session: Session<CareRow>,
  { fetch, root }: Connection,
  code: string,
): Promise<JoinedCentre | Trouble> => {
  const { publicKey } = await session.sign(new Uint8Array());
  const joined = await joinPlace(fetch, root, {
    code,
    device: session.deviceId,
    name: session.user.name,
    facility: session.centre.id,
    publicKey: toBase64Url(publicKey),
  });
  if ('kind' in joined) return joined;
  const link = newLink(joined.place, joined.token, joined);
  await keepLink(session.sealed, link);
  return { link, lostHere: joined.lostHere };
};

/**
 * The code of a meeting is fetched with the first one, so that the phone starts without it. Where it is not kept yet and
 * cannot be fetched there is no network either.
 */
const meetWith = async (parties: Parties, link: Link): Promise<Pick<Meeting, 'link' | 'trouble'>> => {
  const loaded = await import('@denba/device/sync/synchronise').catch(() => null);
  return loaded === null ? { link, trouble: { kind: 'offline' } } : loaded.synchronise(parties, link);
};

const PLACES = 'places-around';
const SOON_MS = 3_000;
const EVERY_MS = 15 * 60_000;
const FIRST_WAIT_MS = 30_000;

export const openServerLink = (
  session: Session<CareRow>,
  connection: Connection,
  packs: Pick<ProtocolPacks, 'meet'>,
): ServerLink => {
  const { fetch, root, wallMs } = connection;
  const state = signal<ServerState>({ kind: 'reading' });
  const places = signal<readonly PlaceAround[]>([]);
  const courier = openCourier(session, wallMs);
  const letters = openLetters(session, connection);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;
  let meeting: Promise<void> | null = null;

  const later = (ms: number): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void meetNow(), ms);
  };
  const meet = async (): Promise<void> => {
    const now = state.value;
    if (closed || now.kind !== 'linked' || now.link.revoked) return;
    state.value = { ...now, meeting: true };
    const server = httpServer(fetch, root, now.link.token);
    const { link: met, trouble } = await meetWith({ session, server, wallMs }, now.link);
    const link = trouble === null ? await lookAround(server, met) : met;
    if (closed) return;
    state.value = { kind: 'linked', link, meeting: true, trouble };
    await leaveOrTakeBack(link, trouble);
    if (trouble === null) {
      await handInRecoveryKey({ session, server }, link);
      await courier.meet(server);
    }
    if (closed) return;
    failures = trouble === null ? 0 : failures + 1;
    state.value = { kind: 'linked', link, meeting: false, trouble };
    later(trouble === null ? EVERY_MS : Math.min(EVERY_MS, FIRST_WAIT_MS * 2 ** (failures - 1)));
  };
  const leaveOrTakeBack = async (link: Link, trouble: Meeting['trouble']): Promise<void> => {
    if (trouble === null || link.revoked) return letters.takeBack();
    const waits = session.log.head().seq > link.acknowledged;
    if (waits && (trouble.kind === 'offline' || trouble.kind === 'busy')) await letters.leave(link);
  };
  const lookAround = async (server: Server, link: Link): Promise<Link> => {
    const around = await server.around();
    if (closed || 'kind' in around) return link;
    places.value = around.places;
    await session.sealed.put(PLACES, around.places as unknown as JsonValue);
    // A known key for packs is never replaced by another that the server sends: that needs joining again.
    const keys = { courierKey: around.courierKey ?? link.courierKey, packKey: link.packKey ?? around.packKey };
    const isNew = keys.courierKey?.id !== link.courierKey?.id || keys.packKey?.id !== link.packKey?.id;
    const next = isNew ? { ...link, ...keys } : link;
    if (isNew) await keepLink(session.sealed, next);
    if (around.pack !== null) await packs.meet(server, around.pack, next.packKey);
    return next;
  };
  const meetNow = (): Promise<void> => {
    meeting ??= meet()
      .catch(() => {
        // The phone was locked during the meeting: the next unlock continues it.
        const now = state.value;
        if (!closed && now.kind === 'linked') state.value = { ...now, meeting: false };
      })
      .finally(() => {
        meeting = null;
      });
    return meeting;
  };
  const online = (): void => void meetNow();
  const stopHearing = session.subscribe(() => {
    if (meeting === null && unsent() > 0) later(SOON_MS);
  });
  const unsent = (): number => {
    const now = state.value;
    return session.log.head().seq - (now.kind === 'linked' ? now.link.acknowledged : 0);
  };
  addEventListener('online', online);
  session.sealed.get(PLACES).then(
    (kept) => {
      if (Array.isArray(kept) && places.value.length === 0) places.value = kept as unknown as readonly PlaceAround[];
    },
    () => undefined,
  );
  readLink(session.sealed).then(
    (link) => {
      if (closed) return;
      state.value = link === null ? { kind: 'alone' } : { kind: 'linked', link, meeting: false, trouble: null };
      void meetNow();
    },
    () => undefined,
  );

  return {
    state,
    places,
    courier,
    letters,
    unsent,
    askPlace: (code) => askPlaceOf(fetch, root, code),
    join: async (code) => {
      const joined = await joinServer(session, connection, code);
      if ('kind' in joined) return joined;
      state.value = { kind: 'linked', link: joined.link, meeting: false, trouble: null };
      void meetNow();
      return joined;
    },
    meetNow,
    close: () => {
      closed = true;
      clearTimeout(timer);
      stopHearing();
      removeEventListener('online', online);
    },
  };
};
