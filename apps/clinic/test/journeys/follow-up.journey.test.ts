import { expect, it } from 'vitest';
import { readCode } from '../../src/referral/code/signed-code.ts';
import { SCREEN_POSITIVE, WELL } from '../answers.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import type { Phone } from '../phone.ts';
import { readQr } from '../read-qr.ts';
import type { Robot } from '../robot.ts';
import { acceptNext, backToFamily, childCard, holdVisit, openFamily, openVisit, saveVisit } from '../robot-family.ts';
import { openPlace } from '../robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { fillVisit } from '../robot-visit.ts';

const TWINS = {
  ...MOTHER,
  phone: '76123456',
  village: 'Kola',
  multiple_birth: 'twins',
  infants_alive: 2,
  ...infant(1, GIRL),
  ...infant(2, { ...GIRL, infant_name: 'Adama', sex: 'M', birth_weight_g: 2900 }),
};

/** From the second visit on, the protocol asks where the child is cared for; the midwife decides for the hospital. */
const DECISION = { indepth_decision: 'inpatient', indepth_reason: 'Ne grossit plus.' };

it(
  'twins are followed from the first start to the review at six months, with a referral in between',
  async () => {
    // As fine as a real screen, because another phone reads the code from it.
    const { phone, robot } = await setOut({ scale: 2 });
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, TWINS);
    await holdVisit(robot, 'Awa', 'rapid-screen', { ...SCREEN_POSITIVE, weight_g: 3900, muac_mm: 118 });
    await backToFamily(robot);

    // One of the twins is assessed, and the family agrees to follow-up.
    await openVisit(robot, 'Awa', 'assessment');
    const measured = { weight_g: 3900, length_cm: 54.5, muac_mm: 118 };
    await fillVisit(robot, 'assessment', { ...WELL, ...measured, mother_age: 24, multiple_birth: 'twins' });
    await robot.sees('Risque modéré');
    await robot.choose(t('visit.plan.enrol'), t('visit.plan.enrol-yes'));
    await acceptNext(robot);
    await saveVisit(robot);

    // The child does not gain weight: reported at the first visit, escalated at the second.
    await comesFor(phone, robot, '2026-12-03', 3910);
    await robot.sees(/gain insuffisant/);
    expect(await page.getByText(t('findings.escalation')).count()).toBe(0);
    await acceptNext(robot);
    await saveVisit(robot);
    await comesFor(phone, robot, '2026-12-10', 3900);
    await robot.sees(t('findings.escalation'));
    await robot.sees('Évaluation approfondie');
    await robot.tap(page.getByRole('button', { name: /^Enregistrer/ }));
    await robot.sees(t('result.saved'));

    // The child is referred. Whoever reads the code from the screen has the facts, and a proof that they are unchanged.
    await backToFamily(robot);
    await robot.tap(childCard(robot, 'Awa').getByRole('button', { name: t('family.do.refer'), exact: true }));
    await robot.type(t('referral.facility'), 'CSRéf de Kalabancoro');
    await robot.press(t('referral.save'));
    await robot.press(t('referral.show-large'));
    const qr = page.getByRole('dialog').getByRole('img', { name: t('referral.qr-label') });
    const read = await readCode(await readQr(phone.context, qr));
    expect(read.ok).toBe(true);
    expect(JSON.stringify(read)).toContain('Awa');
    await robot.press(t('referral.close'));
    await robot.press(t('referral.to-family'));
    await childCard(robot, 'Awa').getByText(t('family.status.inHospital'), { exact: true }).waitFor();

    // The hospital's counter-referral arrives.
    await nextMorning(phone, robot, '2026-12-17');
    await openFamily(robot, 'Fanta Keïta', 'fanta');
    await robot.tap(
      childCard(robot, 'Awa').getByRole('button', { name: t('family.do.counter-referral'), exact: true }),
    );
    await robot.choose(t('referral.counter-result'), t('referral.result-treated'));
    await robot.typeDate(t('referral.counter-admitted'), '2026-12-10');
    await robot.typeDate(t('referral.counter-discharged'), '2026-12-16');
    await robot.type(t('referral.counter-weight'), '4150');
    await robot.type(t('referral.counter-diagnosis'), 'infection urinaire');
    await robot.press(t('referral.counter-save'));
    await robot.sees(t('family.saved'));
    await page.getByRole('button', { name: new RegExp(`^${t('family.form.counter-referral')}.*17/12/2026`) }).waitFor();

    // At six months: the review and the outcome.
    await nextMorning(phone, robot, '2027-04-02');
    await openFamily(robot, 'Fanta Keïta', 'fanta');
    await openVisit(robot, 'Awa', 'review');
    const grown = { weight_g: 7000, length_cm: 65, muac_mm: 140 };
    await fillVisit(robot, 'review', { ...WELL, ...grown, alive: true, reviewed: true }, { confirm: true });
    await saveVisit(robot);
    await backToFamily(robot);
    await childCard(robot, 'Awa')
      .getByText(/Sorti du suivi/)
      .waitFor();

    await robot.place('register');
    await robot.press(t('register.status.exited'));
    await robot.sees(t('register.count.exited', { count: 1 }));
    await page.getByRole('button', { name: /^Awa/ }).waitFor();
    await openPlace(robot, 'month');
    await robot.sees(t('month.exits'));
    expect(await page.getByText(t('month.no-exit')).count()).toBe(0);
  },
  2 * JOURNEY_MS,
);

const nextMorning = async (phone: Phone, robot: Robot, day: string): Promise<void> => {
  await phone.setClock(`${day}T09:00`);
  await robot.page.reload();
  await unlock(robot);
  await robot.place('today');
};

/** Opens the follow-up visit from the list of the day and fills it up to the plan, with this weight. */
const comesFor = async (phone: Phone, robot: Robot, day: string, weight_g: number): Promise<void> => {
  const { t } = robot.words;
  await nextMorning(phone, robot, day);
  const expected = robot.page.getByRole('article', { name: /Awa/ });
  await robot.tap(expected.getByRole('button', { name: t('today.do.follow-up'), exact: true }));
  const found = { ...WELL, weight_g, length_cm: 54.6, muac_mm: 118, ...DECISION };
  await fillVisit(robot, 'follow-up', found, { confirm: true });
};
