/** Guides through a form one section at a time: progress, what is missing, and the buttons back, next and save. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { Steps } from '@denba/kit/progress/steps.view';
import type { LocalDate } from '@denba/quantities/local-date';
import type { CompiledForm } from '@denba/questionnaires/compile-form';
import type { Filling } from '@denba/questionnaires/fill-form';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FormSection } from '../shell/form/form-section.view.tsx';
import { t } from '../shell/words/language.ts';
import { Missing } from './missing.view.tsx';
import { missingIn, type Step, stepOf, stepsToCome } from './registration-steps.ts';
import type { RegistrationActs } from './use-registration.ts';
import { Way } from './way.view.tsx';

type Props = {
  readonly steps: readonly Step[];
  readonly section: string | null;
  readonly onSection: (path: string | null) => void;
  readonly form: CompiledForm;
  readonly filling: Filling;
  readonly acts: RegistrationActs;
  readonly today: LocalDate;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  /** Resolves to whether the user may go on; if not, the caller shows why. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly onSave: () => Promise<void>;
  readonly saving: boolean;
  readonly problem: string | null;
  /** Shown between the questions and the buttons. */
  readonly children?: ComponentChildren;
};

export const Walk = (props: Props) => {
  const { steps, section, onSection, form, filling, acts, today, suggestions, mayGoOn, saving, problem } = props;
  const { view, circumstances } = filling;
  const [showMissing, setShowMissing] = useState(false);
  const at = stepOf(steps, section);
  const step = steps[at];
  const needed = steps.filter(({ extra }) => !extra);
  const after = steps[at + 1];
  const toCome = stepsToCome(form.form, view);
  const isEnd = toCome === 0 && (after === undefined || after.extra);
  const missing = (isEnd ? steps : steps.slice(at, at + 1)).flatMap((one) => missingIn(one, view));

  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(step?.path);
  // A new section begins at its title, which gets the focus.
  useEffect(() => {
    if (shown.current === step?.path) return;
    shown.current = step?.path;
    setShowMissing(false);
    scrollTo(0, 0);
    top.current?.querySelector<HTMLElement>('#section-title')?.focus({ preventScroll: true });
  }, [step?.path]);
  if (step === undefined) return null;

  const goTo = (index: number): void => onSection(steps[index]?.path ?? null);
  const goOn = async (then: () => void | Promise<void>): Promise<void> => {
    if (missing.length > 0 && (isEnd || after === undefined || !showMissing)) return setShowMissing(true);
    if (await mayGoOn()) await then();
  };
  const lead = (path: string): void => {
    const index = steps.findIndex(({ questions }) => questions.some((question) => question.path === path));
    if (index !== at) goTo(index);
    requestAnimationFrame(() => focusQuestion(path));
  };
  return (
    <div ref={top} class="registration">
      {step.extra ? null : (
        <Steps
          current={at + 1}
          total={needed.length + toCome}
          label={t('registration.step', { at: at + 1, of: needed.length + toCome })}
        />
      )}
      <FormSection
        {...acts}
        section={step}
        view={view}
        form={form.form}
        circumstances={circumstances}
        today={today}
        suggestions={suggestions}
      />
      {props.children}
      {isEnd && after !== undefined ? (
        <Button kind="quiet" full icon="plus" onPress={() => goTo(at + 1)}>
          {t('registration.details')}
        </Button>
      ) : null}
      {showMissing && missing.length > 0 ? (
        <Missing questions={missing} onGo={lead} onPass={isEnd || after === undefined ? null : () => goTo(at + 1)} />
      ) : null}
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      <Way
        saving={saving}
        onPrevious={at > 0 ? () => goTo(at - 1) : null}
        onNext={isEnd ? null : () => void goOn(() => goTo(at + 1))}
        onSave={isEnd ? () => void goOn(props.onSave) : null}
      />
    </div>
  );
};

const focusQuestion = (path: string): void => {
  const question = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  question?.scrollIntoView({ block: 'start' });
  question?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
};
