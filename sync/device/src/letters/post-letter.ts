/** Posts the letter that was left, from a service worker: nobody is looking, nothing is unlocked. */
import { readJson } from '@denba/sync/json-text';
import { compressed } from '../sync/compressed.ts';
import type { Letter, LetterBox } from './letter.ts';

type Fetch = (address: string, request: RequestInit) => Promise<Response>;

/** On a line of 60 kbit/s a parcel of 500 entries takes more than a minute. */
const PATIENCE_MS = 180_000;

/**
 * `later`: the network or the server was not ready, what was not posted is still in the box. Whether the server took a
 * parcel in is not for here: the phone learns it when it next meets the server, and sends again what was not.
 */
export const postLetter = async (box: LetterBox, fetch: Fetch): Promise<'posted' | 'nothing' | 'later'> => {
  const letter = await box.read();
  if (letter === null) return 'nothing';
  for (const [at, parcel] of letter.parcels.entries()) {
    if ((await post(letter, parcel, fetch)) === 'later') return 'later';
    const rest = letter.parcels.slice(at + 1);
    // Another one may have been left meanwhile: that one stays.
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
      body: await compressed(parcel),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return isAnswered(response.status, readJson(await response.text())) ? 'posted' : 'later';
  } catch {
    // Whatever broke it off: the browser calls again.
    return 'later';
  }
};

/**
 * By our server and not by something on the way (a portal that wants a login answers anything). One that says no will not
 * say yes in an hour: the phone hears why when it is opened.
 */
const isAnswered = (status: number, said: unknown): boolean => {
  if (typeof said !== 'object' || said === null) return false;
  if (status >= 200 && status < 300) return 'outcome' in said;
  return status >= 400 && status < 500 && status !== 429 && 'code' in said;
};

const isSame = (one: Letter | null, other: Letter): boolean =>
  one !== null && one.from === other.from && one.to === other.to && one.parcels.length === other.parcels.length;
