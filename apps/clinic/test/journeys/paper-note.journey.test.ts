import { expect } from 'vitest';
import { WELL } from '../answers.ts';
import { CONFIDED, THINKS_OF_HARM } from '../confided.ts';
import { JOURNEY_MS, setOut, type Traveller } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { cutAtTheFoot, layOnPaper, printedSheets } from '../printed-note.ts';
import { openVisit } from '../robot-family.ts';
import { openPlace } from '../robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, type Start } from '../robot-start.ts';
import { fillVisit, type Given } from '../robot-visit.ts';

const A5 = { width: 148, height: 210 };
/** Device pixels per CSS pixel, as for a printer with 288 dots per inch. */
const SCALE = 3;

const ASSESSED: Given = { ...WELL, ...THINKS_OF_HARM, mother_age: 24, multiple_birth: 'single' };

longJourney(
  'a usual note is one sheet without what the mother confided, and another phone reads it off the picture',
  async () => {
    const here = await setOut({ scale: SCALE });
    const { t } = here.robot.words;
    await visitUntilReferral(here, {
      family: { ...MOTHER, phone: '76123456', village: 'Kola', ...infant(1, GIRL) },
      found: { ...ASSESSED, weight_g: 3600, length_cm: 54.5, muac_mm: 108 },
    });
    await here.robot.type(t('referral.facility'), 'CSRéf de Kalabancoro');
    const picture = await printNote(here, ['Fanta Keïta', 'Awa', 'Kola', 'CSRéf de Kalabancoro', /3\s600\sg/]);

    const there = await readElsewhere(picture);
    await there.robot.sees(/CSCom de Sanankoroba/);
    const facts = (await there.robot.page.locator('article.note-paper').textContent()) ?? '';
    for (const fact of ['Fanta Keïta', 'Awa', 'Kola', '76123456', 'CSRéf de Kalabancoro'])
      expect(facts).toContain(fact);
    expect(facts).toMatch(/3\s600\sg/);
    expect(facts).not.toMatch(CONFIDED);
    // The mother did not agree, so the code does not contain what she confided either.
    expect(await there.robot.page.getByText(t('referral.confided-show')).count()).toBe(0);
  },
  2 * JOURNEY_MS,
);

/** Every sign at once, with the longest names. */
const EVERY_SIGN: Given = {
  ...ASSESSED,
  ...{ weight_g: 2600, length_cm: 49.5, muac_mm: 98 },
  ...{ d_feed: 'none', d_convulsion: true, d_indrawing: true, movement: 'stim', resp_rate: 72, resp_rate_2: 70 },
  ...{ temp_c: 38.6, jaundice: 'palms_soles', jaundice_age_h: 200, umbilicus_pus: true, pustules: true, thrush: true },
  ...{
    bf_24h: 4,
    f9: ['sore_nipples', 'not_enough_milk'],
    f12: 2,
    f6: false,
    f1: false,
    f2: false,
    f3: false,
    f4: false,
    f5: 'none',
  },
  ...{ hiv: 'positive', art: 'no', hiv_exposed: 'yes', violence: 'yes' },
};
const LONG = {
  centre: 'Centre de santé communautaire de référence de Sanankoroba-Dougoukoro',
  user: 'Fatoumata Bintou Traoré-Sangaré',
  mother: 'Aminata Djénébou Coulibaly-Konaté, dite Fanta',
  child: 'Mohamed Lamine Cheick Oumar',
  village: 'Sanankoroba Dougoukoro, quartier du marché, derrière le moulin de Bakary',
  facility: 'Centre hospitalier universitaire mère-enfant Le Luxembourg, pédiatrie',
  reason:
    'La famille est arrivée à pied pendant la nuit et le père demande de téléphoner avant toute décision. '.repeat(3),
};

longJourney(
  'an extreme note is still one sheet with nothing cut at its foot, and the code keeps what she agreed to pass on',
  async () => {
    const here = await setOut({ scale: SCALE });
    const { robot } = here;
    const { t } = robot.words;
    const child = infant(1, { ...GIRL, infant_name: LONG.child });
    await visitUntilReferral(here, {
      start: { user: LONG.user, centre: LONG.centre },
      family: { ...MOTHER, mother_name: LONG.mother, phone: '76123456', village: LONG.village, ...child },
      found: EVERY_SIGN,
    });
    for (const given of await robot.page.getByRole('radio', { name: t('referral.given'), exact: true }).all()) {
      await robot.tap(given);
    }
    await robot.type(t('referral.facility'), LONG.facility);
    // Ticks all reasons found, instead of only the most severe ones.
    const said = robot.page.getByRole('group', { name: t('referral.reasons') }).getByRole('checkbox');
    for (const box of await said.all()) if (!(await box.isChecked())) await robot.tap(box);
    await robot.type(t('referral.other-reason'), LONG.reason);
    await robot.choose(t('referral.confided-text'), t('referral.confided-yes'));
    await robot.type(t('referral.accompanied-by'), 'La grand-mère, le père et la voisine');
    await robot.press(t('referral.transport-motorbike'));
    await robot.type(t('referral.callback'), '+223 76 12 34 56');
    const picture = await printNote(here, [
      ...[t('referral.danger-signs'), LONG.mother, LONG.child, LONG.centre, LONG.facility, /2\s600\sg/],
      // The worker's own words are among the reasons printed, and the sheet says how many were left out.
      LONG.reason.slice(0, 80),
      new RegExp(t('referral.left-out', { count: 77 }).replace('77', '\\d+')),
    ]);

    const there = await readElsewhere(picture);
    // Long texts are cut in the code, but it still tells who it is and what is wrong.
    await there.robot.sees(new RegExp(LONG.centre.slice(0, 30)));
    await there.robot.sees(LONG.child);
    await there.robot.sees(/Le nourrisson ne peut pas/);
    await there.robot.tap(there.robot.page.getByText(t('referral.confided-show')));
    await there.robot.sees(new RegExp(t('referral.confided-self_harm')));
  },
  2 * JOURNEY_MS,
);

type Visit = { readonly start?: Start; readonly family: Given; readonly found: Given };

/** From the first start to the referral form of the infant; the mother has confided before. */
const visitUntilReferral = async ({ robot }: Traveller, { start, family, found }: Visit): Promise<void> => {
  const { page } = robot;
  const { t } = robot.words;
  await firstStart(robot, start);
  await registerFamily(robot, family);
  await openVisit(robot, String(family['infants[1].infant_name']), 'assessment');
  await fillVisit(robot, 'assessment', found, { confirm: true });
  await robot.tap(page.getByRole('button', { name: /^Enregistrer/ }));
  await robot.sees(t('result.saved'));
  await robot.press(t('result.refer'));
  await robot.sees(t('referral.confided'));
  await robot.tap(page.getByRole('radio', { name: new RegExp(`^${t('referral.who-infant')}`) }));
  await robot.choose(t('referral.where'), 'Hôpital');
};

/** Saves the referral and prints its note. Returns a picture of the code as it is on the paper. */
const printNote = async ({ robot }: Traveller, mustSay: readonly (string | RegExp)[]): Promise<Buffer> => {
  const { page } = robot;
  const { t } = robot.words;
  await robot.press(t('referral.save'));
  await page.getByRole('img', { name: t('referral.qr-label') }).waitFor();
  expect(await printedSheets(page)).toEqual([A5]);
  const paper = await layOnPaper(page);
  // A single sheet could also result from cutting off what does not fit.
  expect(await cutAtTheFoot(paper)).toEqual([]);
  const text = (await paper.textContent()) ?? '';
  for (const fact of [...mustSay, t('referral.urgent'), /À revoir pour la mère/]) {
    expect(text).toMatch(fact);
  }
  // Neither on the sheet nor in hidden elements, which another print style might show.
  expect(await page.locator('body').textContent()).not.toMatch(CONFIDED);
  expect(text).not.toMatch(/VIH|PTME|violence/i);
  return paper.locator('.note-paper__code').screenshot();
};

/** Another phone, at the hospital, reads the picture as from its camera. */
const readElsewhere = async (picture: Buffer): Promise<Traveller> => {
  const there = await setOut();
  const { page, words } = there.robot;
  await firstStart(there.robot, { centre: 'CSRéf de Kalabancoro', user: 'Oumar Diallo' });
  await openPlace(there.robot, 'referral');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    there.robot.tap(page.getByText(words.t('referral.read-picture'), { exact: true })),
  ]);
  await chooser.setFiles({ name: 'note.png', mimeType: 'image/png', buffer: picture });
  await page.locator('article.note-paper').waitFor();
  return there;
};
