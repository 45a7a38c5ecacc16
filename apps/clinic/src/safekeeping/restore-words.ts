/** The messages for the result of restoring a backup. */
import type { Restored, RestoreError } from '@denba/device/device';
import { t } from '../shell/words/language.ts';

export const restoredText = ({ added, families }: Restored): string =>
  added === 0
    ? t('safekeeping.restored-nothing')
    : `${t('safekeeping.restored', { count: added })} ${t('safekeeping.restored-families', { count: families })}`;

/** For a file that could be read only in part: what is missing in it may be missing here too. */
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
    // Normally not shown: the user is asked about another centre first.
    case 'otherCentre':
    case 'invalid':
    case 'locked':
      return t('safekeeping.error-not-saved', { name: error.kind });
    case 'storage':
      return t('safekeeping.error-not-saved', { name: error.name });
  }
};
