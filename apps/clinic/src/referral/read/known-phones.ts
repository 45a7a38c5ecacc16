/**
 * Phones whose notes were accepted here, by fingerprint. A phone is known once a worker recorded something from a note
 * that it signed; if it later signs for another centre, the screen says so.
 */
import type { SealedStore } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';

const KEY = 'known-phones';

export type KnownPhone = { readonly centre: string; readonly since: LocalDate };

export const knownPhone = async (sealed: SealedStore<JsonValue>, fingerprint: string): Promise<KnownPhone | null> => {
  const phone = (await all(sealed))[fingerprint];
  if (typeof phone !== 'object' || phone === null || Array.isArray(phone)) return null;
  const { centre, since } = phone as JsonObject;
  return typeof centre === 'string' && typeof since === 'string' ? { centre, since: since as LocalDate } : null;
};

/** Keeps the centre and day of the first note. */
export const rememberPhone = async (
  sealed: SealedStore<JsonValue>,
  fingerprint: string,
  phone: KnownPhone,
): Promise<void> => {
  const known = await all(sealed);
  if (known[fingerprint] === undefined) await sealed.put(KEY, { ...known, [fingerprint]: phone });
};

const all = async (sealed: SealedStore<JsonValue>): Promise<JsonObject> => {
  const kept = await sealed.get(KEY);
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as JsonObject) : {};
};
