/** The title of the danger banner: the sign by its name; of what was told in confidence, only that somebody is in danger. */
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { t } from '../shell/words/language.ts';

const dangerTables: ReadonlySet<string> = new Set(['yi_danger', 'child_danger', 'mother_danger']);

/** Of the findings that may stand openly (told-in-confidence.ts). */
export const dangerTitle = ({ reasons }: Pick<VisitFindings, 'reasons'>): string => {
  const signs = reasons.filter(({ table }) => dangerTables.has(table)).map(({ text }) => text);
  return signs.length === 0 ? t('visit.danger') : t('visit.danger-named', { sign: signs.join(' ') });
};
