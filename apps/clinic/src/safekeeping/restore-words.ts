/** What came of a backup, in words. */
import type { Restored, RestoreError } from '@denba/device/device';
import { t } from '../shell/words/language.ts';

export const restoredText = ({ added, families }: Restored): string =>
  added === 0
    ? t('safekeeping.restored-nothing')
    : `${t('safekeeping.restored', { count: added })} ${t('safekeeping.restored-families', { count: families })}`;

/** Of a file that could not be read whole: what is missing in it may be missing here. */
export const readText = (restored: Restored): string =>
  restored.added === 0 ? t('safekeeping.restored-none') : restoredText(restored);

export const errorText = (error: RestoreError): string => {
  switch (error.kind) {
    case 'wrongPassword':
    case 'notABackup':
    case 'full':
      return t(`safekeeping.error-${error.kind}`);
    case 'damaged':
      return t('safekeeping.error-damaged', { count: error.lostParts });
    // Asked about before it is said.
    case 'otherCentre':
    case 'invalid':
    case 'locked':
      return t('safekeeping.error-not-saved', { name: error.kind });
    case 'storage':
      return t('safekeeping.error-not-saved', { name: error.name });
  }
};
