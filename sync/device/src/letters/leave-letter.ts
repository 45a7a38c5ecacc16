/** Leaves what waits in the box, for the browser to post when there is a network. */
import type { JsonValue } from '@denba/records/canonical-json';
import { writeCourierFile } from '../courier/write-courier-file.ts';
import type { SealedStore, Session } from '../device.ts';
import type { Link } from '../sync/link.ts';
import { type LetterBox, letterPass } from './letter.ts';

type Given = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'sign'> & { readonly sealed: SealedStore<JsonValue> };
  readonly wallMs: () => number;
  readonly box: LetterBox;
  /** Where the server answers, with a final slash. */
  readonly root: string;
};

/** Sealed anew after each save: a cheap phone seals so many without being slow. What lies behind waits for a meeting. */
export const LETTER_ENTRIES = 500;

/** `true`: a letter lies in the box. It is written anew only when it would hold more than the one that is there. */
export const leaveLetter = async (given: Given, link: Link): Promise<boolean> => {
  const { session, box, root } = given;
  const end = session.log.head().seq;
  const [from, to] = [link.acknowledged + 1, Math.min(end, link.acknowledged + LETTER_ENTRIES)];
  const there = await box.read();
  if (there?.from === from && there.to === to) return true;
  const file = await writeCourierFile(given, link, { most: LETTER_ENTRIES });
  // Nothing waits, or the phone never met a server that has a key: then there is nothing to leave.
  if (!file.ok) return false;
  const pass = await letterPass(link.token);
  await box.put({ from, to, address: `${root}api/sync/letters`, pass, parcels: file.value.parcels });
  return true;
};
