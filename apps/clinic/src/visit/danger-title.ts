/** The title of the danger banner: the sign by its name; of what was told in confidence, only that somebody is in danger. */
import type { EmergingDanger } from '@denba/protocols/care/findings/emerging-danger';
import { t } from '../shell/words/language.ts';

export const dangerTitle = ({ signs }: Pick<EmergingDanger, 'signs'>): string =>
  signs.length === 0 ? t('visit.danger') : t('visit.danger-named', { sign: signs.join(' ') });
