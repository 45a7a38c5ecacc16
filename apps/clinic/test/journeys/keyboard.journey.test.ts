/** Tests the app without touch: every control is reached by Tab, shows its focus, and reacts to Enter or Space. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { AWA, CENTRE, PIN } from '../robot-start.ts';

it(
  'a phone is set up, a family registered and a visit begun with the keyboard alone',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    const { t, question } = robot.words;
    const keys = keyboard(page);

    await keys.press(t('start.new-centre'));
    await keys.type(t('start.centre-name'), CENTRE);
    await keys.type(t('start.your-name'), AWA);
    await page.keyboard.press('Enter');
    await robot.sees(t('start.choose-pin'));
    await page.keyboard.type(PIN);
    await page.getByRole('heading', { name: t('start.repeat-pin') }).waitFor();
    await page.keyboard.type(PIN);
    await robot.sees(t('start.recovery-once'));
    await keys.reach('checkbox', t('start.recovery-kept'));
    await page.keyboard.press('Space');
    await keys.press(t('start.begin'));
    await robot.sees(t('today.no-family'));

    await keys.press(t('today.new-family'));
    await keys.pick(question('registration', 'consent').label, t('form.yes'));
    await keys.press(t('registration.next'));
    await keys.type(question('registration', 'mother_name').label, 'Fanta Keïta');
    await keys.type(question('registration', 'mother_age').label, '24');
    const status = question('registration', 'mother_status');
    await keys.pick(status.label, status.option('present'));
    await keys.press(t('registration.next'));
    const births = question('registration', 'multiple_birth');
    await keys.pick(births.label, births.option('single'));
    const term = question('registration', 'gestation_category');
    await keys.pick(term.label, term.option('term'));
    await keys.press(t('registration.next'));
    await keys.type(question('registration', 'infant_name').label, 'Awa');
    const sex = question('registration', 'sex');
    await keys.pick(sex.label, sex.option('F'));
    await keys.reach('textbox', t('form.day'));
    // The cursor moves by itself from a full box to the next.
    await page.keyboard.type('0110');
    const precision = question('registration', 'dob_precision');
    await keys.pick(precision.label, precision.option('exact'));
    const source = question('registration', 'bw_source');
    await keys.pick(source.label, source.option('card'));
    await keys.type(question('registration', 'birth_weight_g').label, '2400');
    await keys.press(t('registration.save'));
    await robot.sees(t('family.saved'));

    await keys.press(t('family.do.rapid-screen'));
    const contact = question('rapid-screen', 'contact_point');
    await keys.pick(contact.label, contact.option('vaccination'));
    await keys.press(t('visit.next'));
    await page
      .getByRole('group', { name: question('rapid-screen', 'sc1').label })
      .or(page.getByRole('radiogroup'))
      .first()
      .waitFor();
    expect(keys.unseen(), 'what had the focus and did not show it').toEqual([]);
  },
  JOURNEY_MS,
);

const MOST_TABS = 90;

const keyboard = (page: Page) => {
  const unseen = new Set<string>();

  /** Presses Tab until the element with this name has the focus. */
  const reach = async (role: 'button' | 'textbox' | 'checkbox' | 'radio', name: string): Promise<void> => {
    const wanted = page.getByRole(role, { name, exact: true }).first();
    await wanted.waitFor();
    for (let tab = 0; tab < MOST_TABS; tab++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
      const dark = await page.evaluate(focusWithoutMark);
      if (dark !== null) unseen.add(dark);
    }
    throw new Error(`Tab does not reach the ${role} "${name}"`);
  };

  return {
    reach,
    unseen: () => [...unseen],
    press: async (name: string): Promise<void> => {
      await reach('button', name);
      await page.keyboard.press('Enter');
    },
    type: async (name: string, text: string): Promise<void> => {
      await reach('textbox', name);
      await page.keyboard.type(text);
    },
    /** Uses Tab to reach the group and the arrow keys inside it. */
    pick: async (question: string, answer: string): Promise<void> => {
      const group = page.getByRole('radiogroup', { name: question, exact: true });
      await group.waitFor();
      const options = group.getByRole('radio');
      const inside = (): Promise<boolean> => group.evaluate((element) => element.contains(document.activeElement));
      for (let tab = 0; !(await inside()); tab++) {
        if (tab > MOST_TABS) throw new Error(`Tab does not reach the question "${question}"`);
        await page.keyboard.press('Tab');
      }
      const wanted = group.getByRole('radio', { name: answer, exact: true });
      if (await wanted.evaluate((element) => element === document.activeElement)) await page.keyboard.press('Space');
      for (let arrow = 0; !(await wanted.isChecked()); arrow++) {
        if (arrow > (await options.count())) throw new Error(`the arrows do not reach "${answer}"`);
        await page.keyboard.press('ArrowDown');
      }
    },
  };
};

/** Runs in the page: the text of the focused element if no outline, border or shadow shows its focus; else null. */
const focusWithoutMark = (): string | null => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  // A hidden radio shows its focus on its card.
  const shown = element.closest('label') ?? element;
  const marks = [element, shown].map((one) => getComputedStyle(one));
  const marked = marks.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
  );
  return marked || element.matches('main, h1, h2, [tabindex="-1"]')
    ? null
    : (element.textContent?.trim() || element.getAttribute('aria-label') || element.tagName).slice(0, 60);
};
