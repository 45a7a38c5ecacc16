import { expect, it } from 'vitest';
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { JOURNEY_MS, setOut } from './journey.ts';
import { openVisit, saveVisit } from './robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from './robot-registration.ts';
import { firstStart } from './robot-start.ts';
import { fillVisit, type Given } from './robot-visit.ts';

it('x', async () => {
  const { robot } = await setOut();
  const { page } = robot;
  let n = 0;
  const shot = (name: string) => page.screenshot({ path: `/tmp/shots/o-${String(n++).padStart(2, '0')}-${name}.png`, fullPage: true });
  try {
  await firstStart(robot);
  await registerFamily(robot, { ...MOTHER, mother_status: 'dead', mother_death_date: '2026-10-03', caregiver_name: 'Kadia Traoré', caregiver_relation: 'grandmother', caregiver_phone: '70112233', ...infant(1, GIRL) });
  await shot('family');
  await openVisit(robot, 'Awa', 'assessment');
  const sections: string[] = [];
  await fillVisit(robot, 'assessment', { ...(usualAnswers.cupFed as Given), weight_g: 3900, length_cm: 54.5, muac_mm: 118 },
    { confirm: true, onSection: async (title) => { sections.push(title); console.log(title, await page.locator('.question[data-path]').evaluateAll((els) => els.map((e) => e.getAttribute('data-path') + ((e.querySelector('input:checked')||[...e.querySelectorAll('input')].some(i=>i.type==='text'&&i.value)) ? '' : '?')).join(' '))); await shot('s'); } });
  console.log(await page.getByRole('main').locator('.findings').innerText());
  } catch (e) { await shot('error'); throw e; }
}, JOURNEY_MS * 4);
