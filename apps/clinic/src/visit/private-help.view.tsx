/** What cannot wait for the mother, shown where only the worker looks: an alarm is never hidden by privacy. */
import { Notice } from '@denba/kit/notices/notice.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { t } from '../shell/words/language.ts';

export const PrivateHelp = ({ findings }: { readonly findings: VisitFindings }) => {
  const now = findings.actions.filter(({ urgency }) => urgency === 'now');
  if (now.length === 0) return null;
  return (
    <Notice kind="danger" title={t('visit.help-now')}>
      <ul>
        {now.map(({ code, title, text }) => (
          <li key={code}>
            <strong>{title}</strong> {text}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
