/**
 * The last step of a visit: the conclusions of the protocol, what to do now, and what is agreed with the family:
 * enrolment, one or two things to try, the next visit. Nothing is agreed without an explicit yes.
 */

import { isList } from '@denba/decisions/value';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { inConfidence } from '@denba/protocols/care/findings/told-in-confidence';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { VisitState } from '@denba/protocols/care/visit/visit-state';
import { formatValue } from '@denba/protocols/words/format-value';
import type { LocalDate } from '@denba/quantities/local-date';
import { AdviceList } from '../shell/findings/advice-list.view.tsx';
import { Confided } from '../shell/findings/confided.view.tsx';
import { Findings } from '../shell/findings/findings.view.tsx';
import { TodoList } from '../shell/findings/todo-list.view.tsx';
import { FormSection } from '../shell/form/form-section.view.tsx';
import type { QuestionActs } from '../shell/form/question-props.ts';
import type { Section } from '../shell/form/section-list.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { NextVisit } from './next-visit.view.tsx';
import { agreedLast, isHandled } from './plan.ts';

type Props = QuestionActs & {
  readonly section: Section;
  readonly state: VisitState;
  readonly findings: VisitFindings;
  readonly today: LocalDate;
};

export const PlanSection = ({ section, state, findings, today, ...acts }: Props) => {
  const { protocol } = useWorkspace();
  const { open, confided } = inConfidence(findings);
  const language = contentLanguage();
  const { view, circumstances } = state.filling;
  const asked = new Map(section.questions.map((question) => [question.path, question]));
  const consent = asked.get('consent');
  const next = asked.get('next_due');
  const reasons = state.assessment.value('enrol_reasons') ?? null;
  const codes = isList(reasons) ? reasons.filter((code): code is string => typeof code === 'string') : [];
  const last = agreedLast(state.opening.known);
  const rest = { ...section, items: section.items.filter((item) => !isHandled(item.path, consent?.input ?? null)) };

  const enrol = (yes: boolean): void => {
    acts.onAnswer('consent', yes);
    acts.onAnswer('enrolment_decision', yes ? 'enrolled' : 'declined');
    if (yes && codes.length > 0) acts.onAnswer('enrol_reason', codes);
  };

  return (
    <div class="plan">
      <Findings findings={open}>
        <TodoList actions={open.actions} alsoConfided={confided !== null && confided.actions.length > 0} />
        <AdviceList cards={open.cards} />
        <Confided confided={confided} />
      </Findings>
      {consent === undefined ? null : (
        <ChoiceGroup
          label={t('visit.plan.enrol')}
          hint={
            codes.length === 0
              ? t('visit.plan.enrol-hint')
              : `${t('visit.plan.enrol-hint')} ${t('visit.plan.reasons', { reasons: formatValue(codes, language, protocol.styles.style('enrol_reason')) })}`
          }
          options={[
            { value: 'yes', label: t('visit.plan.enrol-yes') },
            { value: 'no', label: t('visit.plan.enrol-no') },
          ]}
          value={consent.input === true ? 'yes' : consent.input === false ? 'no' : null}
          onChange={(answer) => enrol(answer === 'yes')}
          required
        />
      )}
      {last === null ? null : (
        <p>
          {t('visit.plan.agreed-last', {
            actions: formatValue(last, language, protocol.styles.style('agreed_actions')),
          })}
        </p>
      )}
      <FormSection
        {...acts}
        section={rest}
        view={view}
        form={state.engine.form.form}
        circumstances={circumstances}
        today={today}
      />
      {next === undefined ? null : (
        <NextVisit
          proposal={open.next === null || open.next.on === null ? null : { ...open.next, on: open.next.on }}
          question={next}
          reason={asked.get('next_due_reason') ?? null}
          today={today}
          onAnswer={acts.onAnswer}
          onClear={acts.onClear}
        />
      )}
    </div>
  );
};
