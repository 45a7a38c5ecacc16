/** The actions to take now, the most urgent first, with a box to tick for each. */
import { Checklist } from '@denba/kit/lists/checklist.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { useState } from 'preact/hooks';
import { t } from '../words/language.ts';
import { inReadingOrder } from '../words/reading-order.ts';

type Props = {
  readonly actions: VisitFindings['actions'];
  /** Whether what was told in confidence asks for actions too; changes the text shown when `actions` is empty. */
  readonly alsoConfided?: boolean;
  readonly id?: string;
  readonly done?: readonly string[];
  readonly onToggle?: (code: string, done: boolean) => void;
};

/** Without `onToggle` the ticks are not saved: they are lost when the screen is left. */
export const TodoList = ({ actions, alsoConfided = false, id = 'todo', done, onToggle }: Props) => {
  const [own, setOwn] = useState<readonly string[]>([]);
  const ticked = done ?? own;
  const toggle =
    onToggle ??
    ((code: string, now: boolean) =>
      setOwn((before) => (now ? [...before, code] : before.filter((other) => other !== code))));
  return (
    <section class="findings__part" aria-labelledby={id}>
      <h2 id={id}>{t('findings.todo')}</h2>
      {actions.length === 0 ? (
        <p>{t(alsoConfided ? 'findings.todo-confided' : 'findings.todo-none')}</p>
      ) : (
        <Checklist
          label={t('findings.todo')}
          items={actions.map(({ code, title, text, status }) => ({
            id: code,
            label: status === 'default' ? `${title} (${t('shell.a-valider')})` : title,
            detail: inReadingOrder(text),
            done: ticked.includes(code),
          }))}
          onToggle={toggle}
        />
      )}
    </section>
  );
};
