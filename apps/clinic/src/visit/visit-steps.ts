/**
 * The steps of a visit: the sections of the form, without those that were filled in beforehand. The plan comes last.
 */
import type { VisitOpening } from '@denba/protocols/care/visit/open-visit';
import type { QuestionState } from '@denba/questionnaires/form-state';
import type { Section } from '../shell/form/section-list.ts';

const SETTINGS = 'visit';
const PLANS: readonly string[] = ['plan', 'conclusion'];

export const isSettings = ({ path }: Section): boolean => path === SETTINGS;
export const isPlan = ({ path }: Section): boolean => PLANS.includes(path);
/** Whether the questions are for the mother alone. */
export const isPrivate = ({ group }: Section): boolean => group?.widget === 'private';

/** Whether the section is about a breastfeed that is observed and timed. */
export const isFeed = ({ group }: Section): boolean => group?.widget === 'feed-timer';

/** Paths of the questions that were already answered when the form opened. */
export const filledBefore = ({ answers }: VisitOpening): ReadonlySet<string> => new Set(Object.keys(answers.byPath));

/** Whether an answer is refused or questioned: a day after today, a visit before the birth. */
export const isInQuestion = ({ errors, warnings }: QuestionState): boolean =>
  errors.length > 0 || warnings.some(({ confirmed }) => !confirmed);

/** The settings are a step only when one of their questions is open, refused or questioned. */
export const stepsOf = (sections: readonly Section[], opening: VisitOpening): readonly Section[] => {
  const before = filledBefore(opening);
  const shown = sections.filter(
    (section) =>
      !isSettings(section) ||
      section.questions.some((question) => !before.has(question.path) || isInQuestion(question)),
  );
  return [...shown.filter((section) => !isPlan(section)), ...shown.filter(isPlan)];
};
