/** The class that was acted on at a child's last visit, shown as "at least" if danger signs were unanswered then. */
import { ClassBadge } from '@denba/kit/notices/class-badge.view';
import type { CareChild } from '@denba/protocols/care/lists/care-child';
import { headlineOf } from '@denba/protocols/explain/headline';
import { classCodeOf } from '../findings/class-code.ts';
import { contentLanguage } from '../words/language.ts';

export const LastClass = ({ lastClass }: Pick<CareChild, 'lastClass'>) => {
  const code = classCodeOf(lastClass?.code);
  if (lastClass === null || code === null) return null;
  const { shape, text } = headlineOf({ pair_class: code, danger_signs_answered: !lastClass.floor }, contentLanguage());
  return lastClass.floor ? (
    <ClassBadge code="incomplete" floor={code} shape={shape} word={text} />
  ) : (
    <ClassBadge code={code} shape={shape} word={text} />
  );
};
