/** Leaves the entries that wait to be sent in the box, for the browser to post when there is a network. */
import type { JsonValue } from '@denba/records/canonical-json';
import { writeCourierFile } from '../courier/write-courier-file.ts';
import type { SealedStore, Session } from '../device.ts';
import type { Link } from '../sync/link.ts';
import { type LetterBox, letterPass } from './letter.ts';

type Given = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'sign'> & { readonly sealed: SealedStore<JsonValue> };
  readonly wallMs: () => number;
  readonly box: LetterBox;
  /** Base URL of the server, with a final slash. */
  readonly root: string;
};

/**
 * Limit of entries in a letter. It is encrypted anew after each save, and a cheap phone can do that for so many without
 * delay. The entries after them wait for the next meeting.
 */
export const LETTER_ENTRIES = 500;

/** Returns whether a letter is in the box. It is written anew only when its range of entries would change. */
export const leaveLetter = async (given: Given, link: Link): Promise<boolean> => {
  const { session, box, root } = given;
  const end = session.log.head().seq;
  const [from, to] = [link.acknowledged + 1, Math.min(end, link.acknowledged + LETTER_ENTRIES)];
  const there = await box.read();
  if (there?.from === from && there.to === to) return true;
  const file = await writeCourierFile(given, link, { most: LETTER_ENTRIES });
  // Nothing waits, the phone never met a server that has a key, or the log is damaged: then no letter is left.
  if (!file.ok) return false;
  const pass = await letterPass(link.token);
  await box.put({ from, to, address: `${root}api/sync/letters`, pass, parcels: file.value.parcels });
  return true;
};
