/**
 * The content of one step of a visit: its questions, the plan, or the questions for the mother alone behind their gate.
 */
import { actionsFound } from '@denba/protocols/care/findings/actions-found';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { VisitState } from '@denba/protocols/care/visit/visit-state';
import type { LocalDate } from '@denba/quantities/local-date';
import { FormSection } from '../shell/form/form-section.view.tsx';
import type { Section } from '../shell/form/section-list.ts';
import { contentLanguage } from '../shell/words/language.ts';
import { FeedTimer } from './feed-timer.view.tsx';
import { PlanSection } from './plan-section.view.tsx';
import { PrivateGate } from './private-gate.view.tsx';
import { PrivateHelp } from './private-help.view.tsx';
import { SettingsSection } from './settings-section.view.tsx';
import type { VisitActs } from './use-visit.ts';
import { isFeed, isPlan, isPrivate, isSettings } from './visit-steps.ts';

type Props = {
  readonly step: Section;
  readonly state: VisitState;
  readonly acts: VisitActs;
  readonly today: LocalDate;
  readonly draftKey: string;
  /** The worker is alone with the mother. */
  readonly alone: boolean;
  readonly onAlone: () => void;
  readonly onSkip: () => void;
};

export const VisitStep = ({ step, state, acts, today, draftKey, alone, onAlone, onSkip }: Props) => {
  const { view, circumstances } = state.filling;
  const { protocol } = state.engine;
  const language = contentLanguage();
  const questions = (
    <FormSection
      {...acts}
      section={step}
      view={view}
      form={state.engine.form.form}
      circumstances={circumstances}
      today={today}
      onSweep={acts.onSweep}
      lead={isFeed(step) ? <FeedTimer of={draftKey} /> : null}
    />
  );
  if (isPrivate(step)) {
    return (
      <PrivateGate open={alone} onOpen={onAlone} onSkip={onSkip}>
        {questions}
        <PrivateHelp actions={actionsFound(state.assessment, language, protocol)} />
      </PrivateGate>
    );
  }
  if (isPlan(step)) {
    const findings = visitFindings(state.assessment, language, protocol);
    return <PlanSection {...acts} section={step} state={state} findings={findings} today={today} />;
  }
  return isSettings(step) ? <SettingsSection acts={acts} section={step} state={state} today={today} /> : questions;
};
