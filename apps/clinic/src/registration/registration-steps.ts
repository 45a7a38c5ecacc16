/** The steps of a registration: its sections, without those filled in beforehand, and the open questions of each. */
import type { Form, FormItem } from '@denba/questionnaires/form';
import type { FormView, QuestionState } from '@denba/questionnaires/form-state';
import { openIn, type Section } from '../shell/form/section-list.ts';

export type Step = Section & {
  /** Optional, not needed to save: « Plus de détails ». */
  readonly extra: boolean;
};

/**
 * A section with only settings (the day, the place) is shown only when one of them is open. Optional ones come last.
 */
export const registrationSteps = (sections: readonly Section[], view: FormView): readonly Step[] => {
  const shown = sections.filter((section) => openIn(section, view) > 0 || !hasOnly('setting', section));
  const instances = shown.filter(({ position }) => position !== null).length;
  const steps = shown.map((section) => ({
    ...section,
    // One infant is « Le nourrisson »; a number, as in « Le nourrisson 2 », is added only for several.
    position: instances > 1 ? section.position : null,
    extra: hasOnly('detail', section),
  }));
  return [...steps.filter(({ extra }) => !extra), ...steps.filter(({ extra }) => extra)];
};

const hasOnly = (widget: string, { questions }: Section): boolean =>
  questions.every(({ question }) => question.widget === widget);

/** The number of steps that will still appear: consent opens the rest, the kind of birth its infants. */
export const stepsToCome = ({ items }: Form, { undetermined }: FormView): number => {
  const paths = new Set(undetermined.map(({ path }) => path));
  return items.filter((item) => paths.has(item.name) && 'items' in item && !item.items.every(isDetail)).length;
};

const isDetail = (item: FormItem): boolean => item.kind === 'question' && item.widget === 'detail';

/** Questions of a section that must still be answered, checked again or confirmed, in the order of the form. */
export const missingIn = (section: Section, view: FormView): readonly QuestionState[] => {
  const blocking = new Set(view.blocking.map(({ path }) => path));
  return section.questions.filter(({ path }) => blocking.has(path));
};

export const stepOf = (steps: readonly Section[], path: string | null): number =>
  Math.max(
    0,
    steps.findIndex((step) => step.path === path),
  );
