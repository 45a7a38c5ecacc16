/** The rows of a benchmark's phone, without the figures of the month: in a browser and in memory alike. */
import type { DeviceOptions } from '@denba/device/device';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { CARE_ROW_VERSION, type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { foldFamilies } from '@denba/records/timeline/fold-families';

type PhoneRows = Pick<DeviceOptions<CareRow>, 'rowVersion' | 'project' | 'linkedFamilies'>;

export const phoneRows = (rules: CareRules): PhoneRows => ({
  rowVersion: String(CARE_ROW_VERSION),
  project: (entries) =>
    new Map(
      [...foldFamilies(entries)].map(([family, timeline]) => [
        family,
        { families: timeline.families, row: careRow(timeline, rules) },
      ]),
    ),
  linkedFamilies: () => [],
});
