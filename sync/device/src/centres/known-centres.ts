/**
 * The phones of other centres whose code was read here, stored encrypted. The first code of a phone is accepted whether
 * or not its check word was compared. Another code under the same phone id is reported, and replaces the first only
 * when a person confirms it.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import { type PhoneCode, sameKeys } from '@denba/sync/courier/phone-code';
import type { SealedStore } from '../device.ts';

export type KnownCentre = {
  readonly code: PhoneCode;
  /** The day on which this code was read. */
  readonly since: LocalDate;
  /** Whether a person here and a person at that centre have compared the check word. */
  readonly compared: boolean;
};

export type CodeNews =
  /** The code is that of this very phone. */
  | { readonly kind: 'own' }
  | { readonly kind: 'new' }
  /** The phone is known with the same keys, centre and name. */
  | { readonly kind: 'known'; readonly known: KnownCentre }
  /** The phone is known with different keys. */
  | { readonly kind: 'otherKeys'; readonly known: KnownCentre }
  /** The phone is known with the same keys, but under another centre or another name of the centre. */
  | { readonly kind: 'otherCentre'; readonly known: KnownCentre }
  /** The centre is known, but with other phones. */
  | { readonly kind: 'otherPhone'; readonly known: KnownCentre };

const KEY = 'known-centres';

/** Sorted by the name of the centre. */
export const knownCentres = async (sealed: SealedStore<JsonValue>): Promise<readonly KnownCentre[]> => {
  const kept = await sealed.get(KEY);
  return Array.isArray(kept) ? (kept as unknown as readonly KnownCentre[]) : [];
};

/** How a code relates to the known phones. `own`: the device that reads the code. */
export const newsOf = (book: readonly KnownCentre[], code: PhoneCode, own: string): CodeNews => {
  if (code.device === own) return { kind: 'own' };
  const known = book.find((one) => one.code.device === code.device);
  if (known !== undefined) {
    if (!sameKeys(known.code, code)) return { kind: 'otherKeys', known };
    const { id, name } = known.code.centre;
    return { kind: id === code.centre.id && name === code.centre.name ? 'known' : 'otherCentre', known };
  }
  const ofCentre = book.find((one) => one.code.centre.id === code.centre.id);
  return ofCentre === undefined ? { kind: 'new' } : { kind: 'otherPhone', known: ofCentre };
};

/** Replaces what was known of that phone. */
export const keepCentre = async (sealed: SealedStore<JsonValue>, centre: KnownCentre): Promise<void> => {
  const others = (await knownCentres(sealed)).filter(({ code }) => code.device !== centre.code.device);
  const book = [...others, centre].toSorted((a, b) => compare(a.code, b.code));
  await sealed.put(KEY, book as unknown as JsonValue);
};

export const forgetCentre = async (sealed: SealedStore<JsonValue>, device: string): Promise<void> => {
  const book = (await knownCentres(sealed)).filter(({ code }) => code.device !== device);
  await sealed.put(KEY, book as unknown as JsonValue);
};

const compare = (a: PhoneCode, b: PhoneCode): number =>
  a.centre.name === b.centre.name
    ? Number(a.device > b.device) - Number(a.device < b.device)
    : a.centre.name < b.centre.name
      ? -1
      : 1;
