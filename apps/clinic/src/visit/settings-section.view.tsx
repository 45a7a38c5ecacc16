/** Day, kind and place of the visit. What was filled in beforehand is collapsed; open questions come first. */
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { VisitState } from '@denba/protocols/care/visit/visit-state';
import type { LocalDate } from '@denba/quantities/local-date';
import { useState } from 'preact/hooks';
import { FormSection } from '../shell/form/form-section.view.tsx';
import type { Section } from '../shell/form/section-list.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import type { VisitActs } from './use-visit.ts';
import { filledBefore, isInQuestion } from './visit-steps.ts';

type Props = {
  readonly acts: VisitActs;
  readonly section: Section;
  readonly state: VisitState;
  readonly today: LocalDate;
};

export const SettingsSection = ({ acts, section, state, today }: Props) => {
  const { view, circumstances } = state.filling;
  const before = filledBefore(state.opening);
  const common = { ...acts, view, form: state.engine.form.form, circumstances, today };
  // Decided when the step opens, so that it does not collapse while it is being edited.
  const [open] = useState(() => section.questions.some((one) => before.has(one.path) && isInQuestion(one)));
  const held = typeof view.answers.byPath['visit_date']?.input === 'string';
  return (
    <>
      <FormSection {...common} section={{ ...section, items: section.items.filter(({ path }) => !before.has(path)) }} />
      <Disclosure
        open={open}
        summary={held ? t('visit.settings-of', { day: sayDay(today, 'long') }) : t('visit.settings')}
      >
        <FormSection
          {...common}
          titled={false}
          section={{ ...section, items: section.items.filter(({ path }) => before.has(path)) }}
        />
      </Disclosure>
    </>
  );
};
