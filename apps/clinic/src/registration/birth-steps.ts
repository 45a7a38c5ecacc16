/** The steps of the registration form that concern a birth, for a family that is already registered. */
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { type Answers, withAnswer } from '@denba/questionnaires/answers';
import type { FormView } from '@denba/questionnaires/form-state';
import type { Section } from '../shell/form/section-list.ts';
import { registrationSteps, type Step } from './registration-steps.ts';

const BIRTH = 'birth';
const INFANT = /^infants\[/;

export const birthSteps = (sections: readonly Section[], view: FormView): readonly Step[] =>
  registrationSteps(sections, view).filter(({ path }) => path === BIRTH || INFANT.test(path));

/** Answers what is known: the mother's name, and the consent given at registration, which opens the other questions. */
export const knownOfFamily = ({ mother }: Pick<CareRow, 'mother'>, answers: Answers): Answers =>
  withAnswer(mother.name === null ? answers : withAnswer(answers, 'mother_name', mother.name), 'consent', true);
