/** The steps of a visit: the sections of the form, without what was filled in beforehand, the plan last. */
import type { VisitOpening } from '@denba/protocols/care/visit/open-visit';
import type { QuestionState } from '@denba/questionnaires/form-state';
import type { Section } from '../shell/form/section-list.ts';

const SETTINGS = 'visit';
const PLANS: readonly string[] = ['plan', 'conclusion'];

export const isSettings = ({ path }: Section): boolean => path === SETTINGS;
export const isPlan = ({ path }: Section): boolean => PLANS.includes(path);
/** Questions that are the mother's alone. */
export const isPrivate = ({ group }: Section): boolean => group?.widget === 'private';

/** A breastfeed is watched and timed. */
export const isFeed = ({ group }: Section): boolean => group?.widget === 'feed-timer';

/** Questions that had their answer when the form opened. */
export const filledBefore = ({ answers }: VisitOpening): ReadonlySet<string> => new Set(Object.keys(answers.byPath));

/** What was filled in beforehand and cannot stand so: a day after today, a visit before the birth. */
export const isInQuestion = ({ errors, warnings }: QuestionState): boolean =>
  errors.length > 0 || warnings.some(({ confirmed }) => !confirmed);

/** The settings are a step only when they ask something. */
export const stepsOf = (sections: readonly Section[], opening: VisitOpening): readonly Section[] => {
  const before = filledBefore(opening);
  const shown = sections.filter(
    (section) =>
      !isSettings(section) ||
      section.questions.some((question) => !before.has(question.path) || isInQuestion(question)),
  );
  return [...shown.filter((section) => !isPlan(section)), ...shown.filter(isPlan)];
};
