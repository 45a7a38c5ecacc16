/** Care before the family leaves for the hospital: what is given now, on the spot. */
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { t } from '../shell/words/language.ts';

export const CareBeforeDeparture = ({ findings }: { readonly findings: VisitFindings }) => {
  const care = findings.actions.filter(({ code }) => findings.preReferral.includes(code));
  if (care.length === 0) return null;
  return (
    <Disclosure summary={t('visit.before-departure', { count: care.length })}>
      <ul class="visit__care">
        {care.map(({ code, title, text, status }) => (
          <li key={code}>
            <strong>{title}</strong>
            {status === 'default' ? <em class="a-valider"> {t('shell.a-valider')}</em> : null}
            <br />
            {text}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
