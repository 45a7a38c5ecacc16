/** Urgent help for the mother, shown in the part that only the worker sees: privacy never hides an alarm. */
import { Notice } from '@denba/kit/notices/notice.view';
import type { FindingAction } from '@denba/protocols/care/findings/actions-found';
import { t } from '../shell/words/language.ts';
import { inReadingOrder } from '../shell/words/reading-order.ts';

export const PrivateHelp = ({ actions }: { readonly actions: readonly FindingAction[] }) => {
  const now = actions.filter(({ urgency }) => urgency === 'now');
  if (now.length === 0) return null;
  return (
    <Notice kind="danger" title={t('visit.help-now')}>
      <ul>
        {now.map(({ code, title, text }) => (
          <li key={code}>
            <strong>{title}</strong> {inReadingOrder(text)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
