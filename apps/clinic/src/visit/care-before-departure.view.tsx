/** The care to give at once, before the family leaves for the hospital. */
import { steady } from '@denba/kit/frames/steady';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { EmergingDanger } from '@denba/protocols/care/findings/emerging-danger';
import { t } from '../shell/words/language.ts';
import { inReadingOrder } from '../shell/words/reading-order.ts';

type Props = Pick<EmergingDanger, 'care'>;

const Care = ({ care }: Props) => {
  if (care.length === 0) return null;
  return (
    <Disclosure summary={t('visit.before-departure', { count: care.length })}>
      <ul class="visit__care">
        {care.map(({ code, title, text, status }) => (
          <li key={code}>
            <strong>{title}</strong>
            {status === 'default' ? <em class="a-valider"> {t('shell.a-valider')}</em> : null}
            <br />
            {inReadingOrder(text)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};

/** The care is worked out anew at each answer and seldom differs. */
export const CareBeforeDeparture = steady(Care, (a: Props, b: Props) => JSON.stringify(a) === JSON.stringify(b));
