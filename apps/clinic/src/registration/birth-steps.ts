/** Of the registration form, what concerns a birth: the family itself is known. */
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { type Answers, withAnswer } from '@denba/questionnaires/answers';
import type { FormView } from '@denba/questionnaires/form-state';
import type { Section } from '../shell/form/section-list.ts';
import { registrationSteps, type Step } from './registration-steps.ts';

const BIRTH = 'birth';
const INFANT = /^infants\[/;

export const birthSteps = (sections: readonly Section[], view: FormView): readonly Step[] =>
  registrationSteps(sections, view).filter(({ path }) => path === BIRTH || INFANT.test(path));

/** The family agreed when it was registered: only then are the questions of the birth asked. */
export const knownOfFamily = ({ mother }: Pick<CareRow, 'mother'>, answers: Answers): Answers =>
  withAnswer(mother.name === null ? answers : withAnswer(answers, 'mother_name', mother.name), 'consent', true);
