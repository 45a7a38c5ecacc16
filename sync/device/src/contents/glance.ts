/**
 * A snapshot of what the app showed last: it is shown on unlocking before the rows are read. It is valid only while
 * nothing was written since, by any tab, and for the app version that wrote it; losing it costs only a moment.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { Sealer } from '../sealing/sealer.ts';
import { put, type Write } from '../store/store.ts';

type StoredGlance = { readonly rowVersion: string; readonly journal: number; readonly value: JsonValue };

const PLACE = 'state/glance';

/** `journal`: number of the last journal record that the snapshot takes into account. */
export const putGlance = async (sealer: Sealer, glance: StoredGlance): Promise<Write> =>
  put('state', 'glance', await sealer.sealText(PLACE, JSON.stringify(glance)));

/** Returns `null` when there is no snapshot, it is damaged, or something was written since. */
export const openGlance = async (
  sealer: Sealer,
  sealed: unknown,
  now: { readonly rowVersion: string; readonly journal: number | null },
): Promise<JsonValue | null> => {
  const text = await sealer.openText(PLACE, sealed);
  if (text === null) return null;
  const glance = JSON.parse(text) as StoredGlance;
  return glance.rowVersion === now.rowVersion && glance.journal === now.journal ? glance.value : null;
};
