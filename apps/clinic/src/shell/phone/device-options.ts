/** The options with which the phone's store is opened, among them how a family's row is computed from its timeline. */
import type { DeviceOptions } from '@denba/device/device';
import { CARE_ROW_VERSION, type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { familyId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { RunningProtocol } from '../protocol/protocol.ts';
import type { Mode } from '../workspace.ts';
import type { Clock } from './clock.ts';

const names: Readonly<Record<Mode, string>> = { care: 'denba', training: 'denba-training' };

export const deviceOptions = (
  mode: Mode,
  protocol: RunningProtocol,
  clock: Clock,
  newId: () => string,
): DeviceOptions<CareRow> => ({
  name: names[mode],
  wallMs: clock.wallMs,
  newId,
  rowVersion: `${CARE_ROW_VERSION} ${protocolVersion(protocol.content)}`,
  project: (entries) =>
    new Map(
      [...foldFamilies(entries)].map(([family, timeline]) => [
        family,
        {
          families: timeline.families,
          row: careRow(timeline, protocol.rules, protocol.countMonths(timeline, protocol.rules)),
        },
      ]),
    ),
  linkedFamilies: ({ form, answers }) => {
    if (!form.startsWith('merge-duplicates@') || answers['merge'] !== 'family') return [];
    return [answers['keep'], answers['duplicate']].flatMap((id) => (typeof id === 'string' ? [familyId(id)] : []));
  },
});

/** Deletes a whole store. Only the training store may be deleted, never what was entered about real families. */
export const deleteStore = (mode: 'training'): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(names[mode]);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    // Another tab still has the store open. It is deleted when that tab closes, and this one must not wait for it.
    request.onblocked = () => resolve();
  });
