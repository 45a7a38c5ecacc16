/**
 * The title of the danger banner: the names of the signs; for what was told in confidence, only that there is a danger.
 */
import type { EmergingDanger } from '@denba/protocols/care/findings/emerging-danger';
import { t } from '../shell/words/language.ts';

export const dangerTitle = ({ signs }: Pick<EmergingDanger, 'signs'>): string =>
  signs.length === 0 ? t('visit.danger') : t('visit.danger-named', { sign: signs.join(' ') });
