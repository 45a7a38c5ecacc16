/** The steps of a visit: the sections of the form, without the settings that were filled in beforehand, the plan last. */
import type { FormView } from '@denba/questionnaires/form-state';
import { openIn, type Section } from '../shell/form/section-list.ts';

const SETTINGS = 'visit';
const PLANS: readonly string[] = ['plan', 'conclusion'];

export const isPlan = ({ path }: Section): boolean => PLANS.includes(path);

/** Whether the settings were complete when the visit began is told by what is still open in them now. */
export const stepsOf = (sections: readonly Section[], view: FormView): readonly Section[] => {
  const shown = sections.filter((section) => section.path !== SETTINGS || needsLook(section, view));
  return [...shown.filter((section) => !isPlan(section)), ...shown.filter(isPlan)];
};

/** A proposal is waiting, or something of the settings is open. */
const needsLook = (section: Section, view: FormView): boolean =>
  openIn(section, view) > 0 ||
  section.questions.some(({ question }) => question.widget !== 'setting' && question.required === true);
