/**
 * What the mother told in confidence, and what follows from it: collapsed until the worker is alone with her. The
 * presence of this section discloses nothing; that help is urgent is shown openly, without the reason.
 */
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { Confidences } from '@denba/protocols/care/findings/told-in-confidence';
import { t } from '../words/language.ts';
import { inReadingOrder } from '../words/reading-order.ts';
import { AdviceList } from './advice-list.view.tsx';
import { Reasons } from './reasons.view.tsx';
import { TodoList } from './todo-list.view.tsx';

type Props = {
  readonly confided: Confidences | null;
  readonly done?: readonly string[];
  readonly onToggle?: (code: string, done: boolean) => void;
};

export const Confided = ({ confided, ...ticks }: Props) => {
  if (confided === null) return null;
  const { now, nextText, escalation, actions, cards, reasons } = confided;
  return (
    <section class="findings__part findings__confided" aria-labelledby="confided">
      <h2 id="confided">{t('findings.confided')}</h2>
      {now ? (
        <Notice kind="danger" title={t('findings.confided-now')} />
      ) : (
        <p class="quiet">{t('findings.confided-text')}</p>
      )}
      <Disclosure summary={t('findings.confided-show')}>
        <div class="findings">
          {escalation.length === 0 && nextText === null ? null : (
            <ul>
              {escalation.map(({ row, text }) => (
                <li key={row}>{inReadingOrder(text)}</li>
              ))}
              {nextText === null ? null : <li>{inReadingOrder(nextText)}</li>}
            </ul>
          )}
          {actions.length === 0 ? null : <TodoList id="confided-todo" actions={actions} {...ticks} />}
          <AdviceList id="confided-advice" cards={cards} />
          <Reasons id="confided-why" reasons={reasons} />
        </div>
      </Disclosure>
    </section>
  );
};
