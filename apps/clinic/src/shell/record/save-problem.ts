/** The message that says why something could not be saved. What was entered is still on the screen. */
import type { SaveError } from '@denba/device/device';
import { t } from '../words/language.ts';

export const saveProblem = (error: SaveError): string => {
  switch (error.kind) {
    case 'full':
      return t('shell.not-saved-full');
    case 'invalid':
      return t('shell.not-saved-invalid', { field: error.errors.map(({ path }) => path).join(', ') });
    case 'locked':
    case 'storage':
      return t('shell.not-saved');
  }
};
