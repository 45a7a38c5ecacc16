/** The message that says why a sync with the server failed, and that nothing is lost. */
import type { Meeting } from '@denba/device/sync/synchronise';
import { t } from '../words/language.ts';

export const sayTrouble = (trouble: NonNullable<Meeting['trouble']>): string => {
  switch (trouble.kind) {
    case 'offline':
      return t('shell.server-offline');
    case 'busy':
      return t('shell.server-busy');
    case 'revoked':
      return t('shell.server-revoked');
    case 'notJoined':
      return t('shell.server-not-joined');
    case 'full':
      return t('shell.storage-full');
    case 'damagedLog':
      return t('shell.server-damaged-log');
    case 'refused':
      if (trouble.code === 'wrong-join-code') return t('shell.server-wrong-code');
      return t(trouble.code === 'newer-denba' ? 'shell.server-older' : 'shell.server-refused', { code: trouble.code });
    default:
      return t('shell.server-refused', { code: trouble.kind });
  }
};
