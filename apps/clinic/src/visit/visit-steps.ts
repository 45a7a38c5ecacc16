/** The steps of a visit: the sections of the form, without what was filled in beforehand, the plan last. */
import type { VisitOpening } from '@denba/protocols/care/visit/open-visit';
import type { Section } from '../shell/form/section-list.ts';

const SETTINGS = 'visit';
const PLANS: readonly string[] = ['plan', 'conclusion'];

export const isSettings = ({ path }: Section): boolean => path === SETTINGS;
export const isPlan = ({ path }: Section): boolean => PLANS.includes(path);
/** Questions that are the mother's alone. */
export const isPrivate = ({ group }: Section): boolean => group?.widget === 'private';

/** Questions that had their answer when the form opened. */
export const filledBefore = ({ answers }: VisitOpening): ReadonlySet<string> => new Set(Object.keys(answers.byPath));

/** The settings are a step only when they ask something. */
export const stepsOf = (sections: readonly Section[], opening: VisitOpening): readonly Section[] => {
  const before = filledBefore(opening);
  const shown = sections.filter(
    (section) => !isSettings(section) || section.questions.some(({ path }) => !before.has(path)),
  );
  return [...shown.filter((section) => !isPlan(section)), ...shown.filter(isPlan)];
};
