import { expect, it } from 'vitest';
import { SCREEN_POSITIVE, WELL } from './answers.ts';
import { JOURNEY_MS, setOut } from './journey.ts';
import { backToFamily, childCard, holdVisit } from './robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from './robot-registration.ts';
import { firstStart, unlock } from './robot-start.ts';

it(
  'x',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    let n = 0;
    const shot = (name: string) =>
      page.screenshot({ path: `/tmp/shots/j-${String(n++).padStart(2, '0')}-${name}.png`, fullPage: true });
    try {
      await firstStart(robot);
      await registerFamily(robot, {
        ...MOTHER,
        phone: '76123456',
        village: 'Kola',
        multiple_birth: 'twins',
        infants_alive: 2,
        ...infant(1, GIRL),
        ...infant(2, { ...GIRL, infant_name: 'Adama', sex: 'M', birth_weight_g: 2900 }),
      });
      await holdVisit(robot, 'Awa', 'rapid-screen', { ...SCREEN_POSITIVE, weight_g: 3900, muac_mm: 118 });
      await backToFamily(robot);
      await holdVisit(
        robot,
        'Awa',
        'assessment',
        { ...WELL, weight_g: 3900, length_cm: 54.5, muac_mm: 118, mother_age: 24, multiple_birth: 'twins' },
        { enrol: true },
      );
      await shot('assessed');
      await backToFamily(robot);
      await shot('family');
      const days = ['2026-12-03', '2026-12-10', '2026-12-17'];
      const weights = [3910, 3900, 3880];
      for (const [i, day] of days.entries()) {
        await phone.setClock(`${day}T09:00`);
        await page.reload();
        await unlock(robot);
        await robot.place('today');
        await shot('today');
        await robot.tap(
          page.getByRole('article', { name: /Fanta/ }).getByRole('button', { name: t('today.do.follow-up') }),
        );
        await page.getByRole('heading', { name: t('visit.title.follow-up') }).waitFor();
        const { fillVisit } = await import('./robot-visit.ts');
        await fillVisit(
          robot,
          'follow-up',
          { ...WELL, weight_g: weights[i]!, length_cm: 54.6 + i / 10, muac_mm: 118 },
          {
            confirm: true,
            onSection: async (title) => {
              if (title === 'Mesures') await shot('meas');
            },
          },
        );
        await shot('plan');
        console.log(day, await page.getByRole('main').locator('.findings').innerText());
        await robot.press(t('visit.plan.next-accept'));
        await robot.press(t('visit.save'));
        await robot.sees(t('result.saved'));
      }
      await shot('escalated');
    } catch (e) {
      await shot('error');
      throw e;
    }
  },
  JOURNEY_MS * 4,
);
