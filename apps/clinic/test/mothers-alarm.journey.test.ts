import { expect, it } from 'vitest';
import { WELL } from './answers.ts';
import { JOURNEY_MS, setOut } from './journey.ts';
import { openVisit, saveVisit } from './robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from './robot-registration.ts';
import { firstStart } from './robot-start.ts';
import { fillVisit } from './robot-visit.ts';

it('x', async () => {
  const { robot } = await setOut();
  const { page } = robot;
  const { t } = robot.words;
  let n = 0;
  const shot = (name: string) => page.screenshot({ path: `/tmp/shots/m-${String(n++).padStart(2, '0')}-${name}.png`, fullPage: true });
  try {
  await firstStart(robot);
  await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, { ...GIRL, birth_weight_g: 3100 }) });
  await openVisit(robot, 'Awa', 'assessment');
  await fillVisit(robot, 'assessment', { ...WELL, weight_g: 4700, length_cm: 56.5, muac_mm: 128, mother_age: 24, multiple_birth: 'single',
    phq1: 2, phq2: 2, phq3: 1, phq4: 1, phq5: 0, phq6: 1, phq7: 0, phq8: 0, phq9: 1, sh_thoughts: true, sh_harm_baby: false, sh_plan: false, sh_intent: false, sh_means: false, sh_attempt_year: false, sh_psychosis: false, sh_company: 'someone', suicide_action: 'urgent_referral' , suicide_responder: 'Awa', action_ts: '10:30' },
    { confirm: true, onSection: async (title) => { console.log(title); await shot('s'); } });
  console.log(await page.getByRole('main').locator('.findings').innerText());
  } catch (e) { await shot('error'); throw e; }
}, JOURNEY_MS * 4);
