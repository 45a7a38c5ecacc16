/** Posts the letter in the box, from a service worker: no user is present, and the store is locked. */
import { readJson } from '@denba/sync/json-text';
import { compressHere } from '../sealing/compression.ts';
import type { Letter, LetterBox } from './letter.ts';

type Fetch = (address: string, request: RequestInit) => Promise<Response>;

/** On a line of 60 kbit/s a parcel of 500 entries takes more than a minute. */
const PATIENCE_MS = 180_000;

/**
 * `later`: the network or the server was not ready, and the rest is still in the box. Whether the server accepted each
 * parcel is not recorded here: the phone learns it at its next meeting with the server, and sends again what was not
 * accepted.
 */
export const postLetter = async (box: LetterBox, fetch: Fetch): Promise<'posted' | 'nothing' | 'later'> => {
  const letter = await box.read();
  if (letter === null) return 'nothing';
  for (const [at, parcel] of letter.parcels.entries()) {
    if ((await post(letter, parcel, fetch)) === 'later') return 'later';
    const rest = letter.parcels.slice(at + 1);
    // The app may have left a newer letter meanwhile: that one stays.
    if (!isSame(await box.read(), { ...letter, parcels: letter.parcels.slice(at) })) return 'later';
    await (rest.length === 0 ? box.empty() : box.put({ ...letter, parcels: rest }));
  }
  return 'posted';
};

const post = async ({ address, pass }: Letter, parcel: string, fetch: Fetch): Promise<'posted' | 'later'> => {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Letter ${pass}`,
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      },
      body: await compressHere(parcel, 'gzip'),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return isAnswered(response.status, readJson(await response.text())) ? 'posted' : 'later';
  } catch {
    // Whatever the failure, the browser calls again later.
    return 'later';
  }
};

/**
 * Whether the answer is final and comes from our server, not from something in between (a captive portal answers any
 * request). A refusal is final too: it would be the same an hour later, and the phone learns the reason when it is
 * opened.
 */
const isAnswered = (status: number, said: unknown): boolean => {
  if (typeof said !== 'object' || said === null) return false;
  if (status >= 200 && status < 300) return 'outcome' in said;
  return status >= 400 && status < 500 && status !== 429 && 'code' in said;
};

const isSame = (one: Letter | null, other: Letter): boolean =>
  one !== null && one.from === other.from && one.to === other.to && one.parcels.length === other.parcels.length;
