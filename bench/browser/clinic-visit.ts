/**
 * A follow-up visit on the real screen. Every answer is a tap or a key, and is timed until the screen shows all that
 * follows from it (the form, the class, the z-scores, the danger). Then the visit is saved.
 */
import type { Input } from '@denba/questionnaires/answers';
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import type { Locator } from 'playwright-core';
import { fillVisit, hasNext, nextSection } from '../../apps/clinic/test/robot-visit.ts';
import type { LongFamily } from './clinic-entries.ts';
import { type ClinicPhone, goTo, SLOWER, tapOn, timedKey, timedTap } from './clinic-phone.ts';
import type { Answered } from './clinic-probe.ts';

const FORM = 'follow-up';
/** A danger sign that is answered with yes and then corrected, so that the whole screen changes and changes back. */
export const DANGER_SIGN = 'd_convulsion';

const given: Readonly<Record<string, Input>> = {
  ...(usualAnswers.breastfed as Readonly<Record<string, Input>>),
  weight_g: 5230,
  weight_2_g: 5240,
  length_cm: 58.5,
  head_cm: 39.5,
  muac_mm: 122,
};

export const openVisitForm = ({ page }: ClinicPhone, { family, child }: LongFamily): Promise<void> =>
  goTo(page, { name: 'visit', family, child, form: FORM } as never);

export type Kind = 'choice' | 'key';
export type TimedAnswer = Answered & { readonly question: string; readonly kind: Kind };

/** Answers all questions, section by section, until the plan of care is shown. */
export const answerVisit = async (phone: ClinicPhone): Promise<readonly TimedAnswer[]> => {
  const { page, robot, slowDown } = phone;
  const alone = page.getByRole('button', { name: robot.words.t('visit.private-begin'), exact: true });
  const answers: TimedAnswer[] = [];
  for (;;) {
    if (await alone.isVisible()) await tapOn(page, alone);
    const done = new Set<string>();
    for (;;) {
      const name = (await openQuestions(phone)).find((one) => one in given && !done.has(one));
      if (name === undefined) break;
      done.add(name);
      await slowDown(SLOWER);
      answers.push(...(await answered(phone, name, given[name] as Input)));
      await slowDown(1);
    }
    if (!(await hasNext(robot))) return answers;
    await nextSection(robot);
  }
};

/** Measures from the tap to « enregistrée », or until the result is drawn completely. */
export const saveVisit = async (phone: ClinicPhone, until: 'saved' | 'result' = 'saved'): Promise<Answered> => {
  const { page, robot, slowDown } = phone;
  const way = page.getByRole('navigation', { name: robot.words.t('visit.way'), exact: true });
  // In a case of danger, the button for a referral stands above this one.
  const save = way.locator('.visit__steps .k-button');
  await slowDown(SLOWER);
  const saved = await timedTap(
    page,
    save,
    until === 'saved'
      ? { shown: '.k-notice--success', says: robot.words.t('result.saved') }
      : { shown: 'main', says: robot.words.t('result.to-family') },
  );
  await slowDown(1);
  await page.getByText(robot.words.t('result.to-family')).waitFor();
  return saved;
};

export const fillQuickly = ({ robot }: ClinicPhone): Promise<void> =>
  fillVisit(robot, FORM, given as never, { confirm: true });

const openQuestions = ({ page }: ClinicPhone): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('.question[data-path]')].filter((question) => {
    const texts = [...question.querySelectorAll('input[type=text], input[type=tel]')];
    return question.querySelector('input:checked') === null && (texts.length === 0 || texts.some(({ value }) => value === ''));
  }).map((question) => question.dataset.path)`);

const answered = async (phone: ClinicPhone, name: string, input: Input): Promise<readonly TimedAnswer[]> => {
  const { page, robot } = phone;
  const question = page.locator(`.question[data-path="${name}"]`);
  const { type, hasOptions } = robot.words.question(FORM, name);
  if ((type === 'integer' || type === 'number') && !hasOptions) {
    await tapOn(page, question.locator('input').first());
    const timed: TimedAnswer[] = [];
    for (const key of String(input).replace('.', ',')) {
      timed.push({ ...(await timedKey(page, key)), question: name, kind: 'key' });
    }
    return timed;
  }
  const timed: TimedAnswer[] = [];
  for (const one of name === DANGER_SIGN ? [true, false] : [input].flat().slice(0, 1)) {
    timed.push({ ...(await timedTap(page, optionOf(phone, question, name, one))), question: name, kind: 'choice' });
  }
  return timed;
};

const optionOf = ({ robot }: ClinicPhone, question: Locator, name: string, input: unknown): Locator => {
  const { t } = robot.words;
  const { type, option } = robot.words.question(FORM, name);
  const words = type === 'boolean' ? t(input === true ? 'form.yes' : 'form.no') : option(String(input));
  return question.getByText(words, { exact: true }).first();
};
