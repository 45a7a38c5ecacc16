import { expect, it } from 'vitest';
import { readCode } from '../src/referral/code/signed-code.ts';
import { SCREEN_POSITIVE, WELL } from './answers.ts';
import { JOURNEY_MS, setOut } from './journey.ts';
import type { Phone } from './phone.ts';
import { readQr } from './read-qr.ts';
import type { Robot } from './robot.ts';
import { acceptNext, backToFamily, childCard, holdVisit, openFamily, openVisit, saveVisit } from './robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from './robot-registration.ts';
import { firstStart, unlock } from './robot-start.ts';
import { fillVisit } from './robot-visit.ts';

const TWINS = {
  ...MOTHER,
  phone: '76123456',
  village: 'Kola',
  multiple_birth: 'twins',
  infants_alive: 2,
  ...infant(1, GIRL),
  ...infant(2, { ...GIRL, infant_name: 'Adama', sex: 'M', birth_weight_g: 2900 }),
};

it(
  'twins are followed from the first start to the review at six months, with a referral in between',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    let n = 0;
    const shot = (name: string) =>
      page.screenshot({ path: `/tmp/shots/j-${String(n++).padStart(2, '0')}-${name}.png`, fullPage: true });
    try {
      await firstStart(robot);
      await registerFamily(robot, TWINS);
      await holdVisit(robot, 'Awa', 'rapid-screen', { ...SCREEN_POSITIVE, weight_g: 3900, muac_mm: 118 });
      await backToFamily(robot);

      // One of the twins is assessed, and her family agrees to be followed up.
      await openVisit(robot, 'Awa', 'assessment');
      await fillVisit(robot, 'assessment', {
        ...WELL,
        weight_g: 3900,
        length_cm: 54.5,
        muac_mm: 118,
        mother_age: 24,
        multiple_birth: 'twins',
      });
      await robot.sees('Risque modéré');
      await robot.choose(t('visit.plan.enrol'), t('visit.plan.enrol-yes'));
      await acceptNext(robot);
      await saveVisit(robot);

      // She does not gain weight; the second visit in a row says what that means.
      for (const [day, weight_g] of [
        ['2026-12-03', 3910],
        ['2026-12-10', 3900],
        ['2026-12-17', 3880],
      ] as const) {
        await nextMorning(phone, robot, day);
        await robot.tap(
          page.getByRole('article', { name: /Awa/ }).getByRole('button', { name: t('today.do.follow-up') }),
        );
        await fillVisit(
          robot,
          'follow-up',
          {
            ...WELL,
            weight_g,
            length_cm: 54.6,
            muac_mm: 118,
            indepth_decision: 'inpatient',
            indepth_reason: 'Ne grossit plus.',
          },
          { confirm: true },
        );
        if (day === '2026-12-03') await robot.sees(/gain insuffisant/);
        else {
          await robot.sees(t('findings.escalation'));
          await robot.sees('Évaluation approfondie');
        }
        if (day !== '2026-12-17') await acceptNext(robot);
        await shot('plan');
        await saveVisit(robot);
      }

      // She is referred, and the note can be read off the screen without network.
      await shot('result');
      await robot.press(t('result.refer'));
      await robot.type(t('referral.facility'), 'CSRéf de Kalabancoro');
      await shot('refer');
      await robot.press(t('referral.save'));
      await robot.press(t('referral.show-large'));
      await shot('qr');
      const code = await readQr(
        phone.context,
        page.getByRole('dialog').getByRole('img', { name: t('referral.qr-label') }),
      );
      const read = await readCode(code);
      console.log(JSON.stringify(read).slice(0, 600));
      expect(read.ok).toBe(true);
      await robot.press(t('referral.close'));
      await robot.press(t('referral.to-family'));
      await childCard(robot, 'Awa').getByText(t('family.status.inHospital'), { exact: true }).waitFor();

      // The hospital writes back.
      await nextMorning(phone, robot, '2026-12-24');
      await shot('today');
      await openFamily(robot, 'Fanta Keïta', 'fanta');
      await robot.tap(
        childCard(robot, 'Awa').getByRole('button', { name: t('family.do.counter-referral'), exact: true }),
      );
      await robot.choose(t('referral.counter-result'), t('referral.result-treated'));
      await robot.typeDate(t('referral.counter-admitted'), '2026-12-17');
      await robot.typeDate(t('referral.counter-discharged'), '2026-12-23');
      await robot.type(t('referral.counter-weight'), '4150');
      await robot.type(t('referral.counter-diagnosis'), 'infection urinaire');
      await shot('counter');
      await robot.press(t('referral.counter-save'));
      await robot.sees(t('family.saved'));
      await shot('family');

      // Six months: the review, and how it ended.
      await nextMorning(phone, robot, '2027-04-02');
      await shot('today6');
      await openFamily(robot, 'Fanta Keïta', 'fanta');
      await openVisit(robot, 'Awa', 'review');
      await fillVisit(
        robot,
        'review',
        { ...WELL, weight_g: 6900, length_cm: 65, muac_mm: 140 },
        {
          confirm: true,
          onSection: async (x) => {
            console.log(x);
            await shot('rev');
          },
        },
      );
      console.log(await page.getByRole('main').locator('.plan').textContent());
    } catch (e) {
      await shot('error');
      throw e;
    }
  },
  4 * JOURNEY_MS,
);

const nextMorning = async (phone: Phone, robot: Robot, day: string): Promise<void> => {
  await phone.setClock(`${day}T09:00`);
  await robot.page.reload();
  await unlock(robot);
  await robot.place('today');
};
