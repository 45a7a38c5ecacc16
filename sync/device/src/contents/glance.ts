/**
 * What the app showed last, laid aside: it opens before the rows are read. It is shown only while nothing was written
 * since, by whatever tab, and by the app that wrote it; losing it costs a moment and nothing else.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { Sealer } from '../sealing/sealer.ts';
import { put, type Write } from '../store/store.ts';

type StoredGlance = { readonly rowVersion: string; readonly journal: number; readonly value: JsonValue };

const PLACE = 'state/glance';

/** `journal`: the last record that the value knows of. */
export const putGlance = async (sealer: Sealer, glance: StoredGlance): Promise<Write> =>
  put('state', 'glance', await sealer.sealText(PLACE, JSON.stringify(glance)));

/** `null`: there is none, it is damaged, or something was written since. */
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
