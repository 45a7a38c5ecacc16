/**
 * The response time of the browser alone, slowed down in the same way: a page with one field and a page with eight
 * choices, without the app.
 */
import { SLOWER, takeClinicPhone, timedKey, timedTap } from './clinic-phone.ts';
import type { Answered } from './clinic-probe.ts';

export type Floor = { readonly keys: readonly Answered[]; readonly taps: readonly Answered[] };

const KEYS = [...'abcdefghijklmnopqrstuvwxyzabcdefghijklmn'];
const TAPS = 40;
const CHOICES = 8;

const show = (html: string, event: string): string => `{
  document.body.innerHTML = ${JSON.stringify(`${html}<p id="said">–</p>`)};
  document.body.addEventListener(${JSON.stringify(event)}, ({ target }) => {
    document.getElementById('said').textContent = target.value;
  });
}`;
const choice = (index: number): string =>
  `<p><label style="display:inline-block;padding:1rem"><input type="radio" name="one" value="${index}">${index}</label></p>`;

export const measureFloor = async (profile: string, url: string): Promise<Floor> => {
  const phone = await takeClinicPhone(profile);
  const { page, slowDown } = phone;
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page.evaluate(show('<input id="field">', 'input'));
  await page.locator('#field').focus();
  await slowDown(SLOWER);
  const keys: Answered[] = [];
  for (const key of KEYS) keys.push(await timedKey(page, key));
  await slowDown(1);
  await page.evaluate(show(Array.from({ length: CHOICES }, (_, index) => choice(index)).join(''), 'change'));
  await slowDown(SLOWER);
  const taps: Answered[] = [];
  for (let tap = 0; tap < TAPS; tap += 1) taps.push(await timedTap(page, page.locator('label').nth(tap % CHOICES)));
  await phone.close();
  return { keys, taps };
};
