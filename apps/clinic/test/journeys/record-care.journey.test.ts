import { expect, it } from 'vitest';
import { SCREEN_POSITIVE } from '../answers.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { backToFamily, childCard, holdVisit, openFamily, openVisit } from '../robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { answerQuestion, draftIsWritten } from '../robot-visit.ts';

/** The description of the child beside her name. */
const GIRL_SAID = 'fille, 01/10/2026';
const POSITIVE = { ...SCREEN_POSITIVE, muac_mm: 118 };

it(
  'a phone that lies on the table locks after three minutes and keeps the form',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await openVisit(robot, 'Awa', 'rapid-screen');
    await answerQuestion(robot, 'rapid-screen', 'contact_point', 'vaccination');
    await draftIsWritten(robot);
    await phone.setClock('2026-11-26T09:02');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await page.getByRole('heading', { name: t('visit.title.rapid-screen') }).isVisible()).toBe(true);
    await phone.setClock('2026-11-26T09:10');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await robot.sees(t('start.forgotten'));
    expect(await page.getByText('Awa', { exact: true }).count(), 'nothing of the family is on the lock screen').toBe(0);
    await unlock(robot);
    // The form is where it was left, with its answers.
    const vaccination = robot.words.question('rapid-screen', 'contact_point').option('vaccination');
    await page.getByRole('radio', { name: vaccination, checked: true }).waitFor();
  },
  JOURNEY_MS,
);

longJourney(
  'a weight is corrected with its reason, and both stay to be seen',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await holdVisit(robot, 'Awa', 'rapid-screen', { ...POSITIVE, weight_g: 3900 });
    await backToFamily(robot);
    const screen = page.getByRole('button', { name: new RegExp(`^${t('family.form.mami-screen')}`) });
    await robot.tap(screen);
    await robot.press(t('family.entry.correct'));
    const weight = robot.words.question('rapid-screen', 'weight_g').label;
    await robot.tap(page.getByRole('button', { name: new RegExp(`^${weight}`) }));
    await robot.type(weight, '3700');
    await robot.press(t('family.correct.save'));
    await robot.sees(t('family.correct.needs-reason'));
    await robot.type(t('family.correct.reason'), 'chiffres inversés');
    await robot.press(t('family.correct.save'));
    await robot.sees(t('family.saved'));
    await page.reload();
    await unlock(robot);
    await robot.sees(/3\s?700\sg/);
    expect(await page.getByText(t('family.saved')).count(), 'said once').toBe(0);
    await robot.tap(screen);
    await robot.sees('chiffres inversés');
    await robot.sees(/3\s?900\sg/);
    await robot.sees(/3\s?700\sg/);
  },
  JOURNEY_MS,
);

longJourney(
  'two records of one family become one, and two again',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', village: 'Kola', ...infant(1, GIRL) });
    // The same mother at another contact, with her name spelt as it was heard.
    await registerFamily(robot, {
      ...MOTHER,
      mother_name: 'Fatoumata Keita',
      phone: '76123457',
      village: 'Kola',
      ...infant(1, { ...GIRL, infant_name: 'Awa K' }),
    });
    await robot.tap(page.getByText(t('family.actions'), { exact: true }));
    await robot.press(t('family.merge'));
    await robot.tap(
      page.getByRole('region', { name: t('family.merge.found') }).getByRole('button', { name: /Fanta Keïta/ }),
    );
    await robot.choose(t('family.merge.same-mother'), t('form.yes'));
    await robot.choose(
      t('family.merge.which-child', { child: `Awa, ${GIRL_SAID}` }),
      t('family.merge.same-child', { child: `Awa K, ${GIRL_SAID}` }),
    );
    await robot.type(t('family.merge.reason'), 'même carte de santé');
    await robot.press(t('family.merge.confirm'));
    await robot.sees(t('family.saved'));
    expect(await page.getByRole('article').count(), 'one child').toBe(1);

    await robot.tap(page.getByRole('button', { name: new RegExp(`^${t('family.form.merge-duplicates')}`) }).first());
    await robot.press(t('family.entry.undo-merge'));
    await robot.type(t('family.undo.reason'), 'ce sont deux sœurs');
    await robot.press(t('family.undo.confirm'));
    await robot.sees(t('family.saved'));
    await robot.place('search');
    await robot.typeInto(page.getByRole('searchbox'), 'Keita');
    await page.getByRole('button', { name: /Fanta Keïta/ }).waitFor();
    await page.getByRole('button', { name: /Fatoumata Keita/ }).waitFor();
  },
  JOURNEY_MS,
);

longJourney(
  'a death that is recorded stops the reminders, and nothing is asked any more',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await holdVisit(robot, 'Awa', 'rapid-screen', { ...POSITIVE, weight_g: 3900 });
    await robot.place('today');
    await page.getByRole('article', { name: /Fanta Keïta/ }).waitFor();
    await openFamily(robot, 'Fanta Keïta', 'fanta');
    await robot.tap(childCard(robot, 'Awa').getByText(t('family.do.more'), { exact: true }));
    await robot.press(t('family.leave.death'));
    await robot.sees(t('leaving.condolence'));
    await robot.press(t('leaving.today'));
    await robot.choose(t('leaving.death-precision'), t('leaving.precision-exact'));
    await robot.press(t('leaving.go-on'));
    await robot.sees(t('leaving.confirm-stops'));
    await robot.press(t('leaving.save-death'));
    await robot.sees(t('family.child-died', { day: '26/11/2026' }));
    expect(await childCard(robot, 'Awa').getByRole('button').count(), 'no visit of a dead child is offered').toBe(0);
    await phone.setClock('2026-12-10T09:00');
    await page.reload();
    await unlock(robot);
    await robot.place('today');
    await robot.sees(t('today.nobody'));
    expect(await page.getByRole('article').count()).toBe(0);
  },
  JOURNEY_MS,
);
