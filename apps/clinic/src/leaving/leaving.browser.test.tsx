/** Tests tracing a family and the ways in which one leaves: tactful words, and never by one careless tap. */
import { keepCentre } from '@denba/device/centres/known-centres';
import { localDate } from '@denba/quantities/local-date';
import { facilityId, type PersonId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { centrePhone } from '../../../../sync/device/test/centre-phone.ts';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { childLine } from '../shell/families/child-line.ts';
import { doubtfulClock } from '../shell/phone/clock-watch.ts';
import { type Leaving, type Route, route } from '../shell/route.ts';
import { LeaveScreen } from './leave.view.tsx';
import { TraceScreen } from './trace.view.tsx';

const today = localDate('2026-03-20');
const screens = { trace: TraceScreen, leave: LeaveScreen };

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta', phone: '70 11 22 33', village: 'Kati', father_name: 'Issa' })
  .bearsTwins({ on: '2026-01-05', infant_name: 'Hawa' }, { on: '2026-01-05', infant_name: 'Fanta' })
  .assessed({ on: '2026-02-10', child: 'keita-child-1', enrolment_decision: 'enrolled', next_due: '2026-02-24' })
  .assessed({ on: '2026-02-10', child: 'keita-child-2', enrolment_decision: 'enrolled', next_due: '2026-02-24' });
const hawa = keita.childId('keita-child-1');
const fanta = keita.childId('keita-child-2');
const entries = keita.entries.length;

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone(screens, [keita.entries], today);
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const until = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true);
};
const story = async () => (await phone.workspace.timelineOf(keita.id))?.history ?? [];
const stayOf = (id: PersonId) =>
  phone.workspace.rows.value.get(keita.id)?.children.find((one) => one.id === id)?.care ?? null;
const trace: Route = { name: 'trace', family: keita.id, child: hawa };
const leave = (why: Leaving, person: PersonId = hawa): Route => ({ name: 'leave', family: keita.id, person, why });

describe('looking for a family', () => {
  it('begins with whom to call, where they live, and what was missed', async () => {
    await phone.open(trace);
    expect(text()).toContain('2 visites manquées');
    expect(text()).toContain('Village : Kati');
    expect(phone.place.querySelector('a[href^="tel:"]')?.getAttribute('href')).toBe('tel:70112233');
  });

  it('says what a child who was transferred here missed, though its care ended elsewhere', async () => {
    const sent = family('sidibe', { device: fakeDevice('tablet-9', { facility: facilityId('cscom-9') }) })
      .mother({ mother_name: 'Rokia Sidibé' })
      .bears({ on: '2026-01-05', infant_name: 'Ali' })
      .assessed({ on: '2026-02-10', enrolment_decision: 'enrolled', next_due: '2026-03-20' })
      .moves('Ici', { on: '2026-03-08', to_facility_id: 'cscom-1' });
    phone.end();
    phone = await memoryPhone(screens, [sent.entries], today);
    await phone.open({ name: 'trace', family: sent.id, child: sent.childId() });
    await until(() => text().includes('1 visite manquée · 5 jours de retard'));
  });

  it('ends with the day that was agreed', async () => {
    await phone.open(trace);
    await radio('Retrouvée').click();
    await radio('Par téléphone').click();
    await button('Dans 7 jours').click();
    await button('Enregistrer').click();
    await until(() => route.value.name === 'family');
    expect(stayOf(hawa)).toMatchObject({ promisedOn: '2026-03-27', status: 'active' });
  });

  it('leads on to the death screen, where nothing is saved yet', async () => {
    await phone.open(trace);
    await radio("L'enfant est décédé").click();
    await button('Enregistrer et continuer').click();
    await until(() => route.value.name === 'leave');
    await until(() => text().includes('Présentez vos condoléances'));
    expect(route.value).toMatchObject({ why: 'death', person: hawa });
    expect((await story()).some(({ form }) => form.kind === 'death')).toBe(false);
  });
});

describe('no way of leaving', () => {
  it.each(['transfer', 'refusal', 'moved', 'exit', 'death'] as const)('(%s) is taken by one touch', async (why) => {
    await phone.open(leave(why));
    const ways = [...phone.place.querySelectorAll<HTMLButtonElement>('main > div > .k-button--primary')];
    expect(ways.map(({ textContent }) => textContent)).toContain('Continuer');
    for (const pressed of ways) pressed.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await story()).toHaveLength(entries);
  });
});

describe('a day that has not come', () => {
  afterEach(() => {
    doubtfulClock.value = null;
  });
  const tomorrow = async (): Promise<void> => {
    await phone.open(leave('refusal'));
    await page.getByRole('textbox', { name: 'Jour', exact: true }).fill('21');
  };

  it('is refused in words', async () => {
    await tomorrow();
    await until(() => text().includes("Ce jour n'est pas encore venu"));
    await expect.element(button('Continuer')).toBeDisabled();
  });

  it('is only asked about where the date of the phone is in doubt: it may be the right one', async () => {
    doubtfulClock.value = { kind: 'back', lastMs: Date.parse('2026-03-22T12:00:00Z') };
    await tomorrow();
    await until(() => text().includes('Ce jour est après la date du téléphone, qui est peut-être fausse'));
    await expect.element(button('Continuer')).toBeEnabled();
  });
});

describe('a death', () => {
  it('of a twin stops the reminders of that twin, after one more look', async () => {
    await phone.open(leave('death', fanta));
    await button('Hier').click();
    await button('Continuer').click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(page.getByRole('dialog').element().textContent).toContain('Hawa');
    await button('Noter le décès').click();
    await until(() => route.value.name === 'family');
    expect(stayOf(fanta)).toMatchObject({ status: 'exited', exitCode: 'R5' });
    expect(stayOf(hawa)).toMatchObject({ status: 'active' });
  });

  it('of the mother asks who cares for her children now, and may be told without', async () => {
    await phone.open(leave('death', keita.motherId));
    expect(text()).toMatch(/Hawa et Fanta : qui s'en occupe maintenant/);
    await button("Aujourd'hui").click();
    await radio('La grand-mère').click();
    await page.getByLabelText('Nom', { exact: true }).fill('Sira Keïta');
    await button('Continuer').click();
    await button('Noter le décès').click();
    await until(() => route.value.name === 'family');
    expect(phone.workspace.rows.value.get(keita.id)).toMatchObject({ caregiver: 'Sira Keïta', mother: { dead: true } });
  });

  it('is noted without a day where nobody knows it, and the lists do not make one up', async () => {
    await phone.open(leave('death', fanta));
    await radio('Personne ne le connaît').click();
    await until(() => !text().includes('Jour du décès'));
    await button('Continuer').click();
    expect(page.getByRole('dialog').element().textContent).toContain('on ne sait pas quel jour');
    await button('Noter le décès').click();
    await until(() => route.value.name === 'family');
    const told = (await story()).find(({ form }) => form.kind === 'death');
    expect(told?.form).toMatchObject({ answers: { death_date_precision: 'unknown' } });
    const row = phone.workspace.rows.value.get(keita.id);
    const line = row?.children.find(({ id }) => id === fanta);
    expect(line === undefined ? null : childLine(line, phone.workspace.today())).toBe('Fanta, décès, jour inconnu');
  });

  it('is not before birth, nor in the days to come', async () => {
    await phone.open(leave('death'));
    await page.getByLabelText('Jour', { exact: true }).fill('1');
    await page.getByLabelText('Mois', { exact: true }).fill('1');
    await until(() => text().includes('avant la naissance'));
    await expect.element(button('Continuer')).toBeDisabled();
  });
});

describe('leaving care', () => {
  it('for another centre goes to the note that the family takes along', async () => {
    await phone.open(leave('transfer'));
    await page.getByLabelText('Quel centre ?').fill('CSCom de Kati');
    await button('Continuer').click();
    await button('Enregistrer et faire la note').click();
    await until(() => route.value.name === 'referral-note');
    expect(stayOf(hawa)).toMatchObject({ exitCode: 'R3' });
    expect(stayOf(fanta)).toMatchObject({ status: 'active' });
  });

  it('to a centre whose code is known names it by more than its name, and promises nothing of a server', async () => {
    const { own } = await centrePhone('CSCom de Ouelessebougou');
    await keepCentre(phone.workspace.session.sealed, { code: own.code, since: today, compared: false });
    await phone.open(leave('transfer'));
    await button('CSCom de Ouelessebougou').click();
    await button('Continuer').click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(text()).not.toContain('reçoit tout son dossier');
    await button('Enregistrer et faire la note').click();
    await until(() => route.value.name === 'referral-note');
    expect((await story()).at(-1)?.entry.answers).toMatchObject({
      ...{ transfer: 'permanent', to_facility: 'CSCom de Ouelessebougou', to_facility_id: own.code.centre.id },
    });
    // The facility is suggested the next time, before anything is typed.
    await phone.open(leave('transfer', fanta));
    await expect.element(button('CSCom de Ouelessebougou')).toBeVisible();
  });

  it('before the review offers no outcome of a review', async () => {
    await phone.open(leave('exit'));
    expect(text()).not.toContain('R1 –');
    expect(text()).toContain("Le bilan des six mois n'est pas fait");
  });

  it('of the whole family, when it moved, is one act for all its children', async () => {
    await phone.open(leave('moved', keita.motherId));
    await button('Continuer').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await until(() => route.value.name === 'family');
    expect([stayOf(hawa)?.exitCode, stayOf(fanta)?.exitCode]).toEqual(['R6', 'R6']);
  });
});

describe('every screen', () => {
  const routes: readonly Route[] = [
    trace,
    leave('death', keita.motherId),
    ...(['death', 'transfer', 'refusal', 'moved', 'exit'] as const).map((why) => leave(why)),
  ];

  it.each([
    ['French', 'fr', 360],
    ['English', 'en', 360],
    ['a small phone, in longer words', 'pseudo', 320],
    ['right to left', 'mirror', 360],
  ] as const)('has no fault for a thumb or a screen reader: %s', async (_, locale, width) => {
    await page.viewport(width, 740);
    await phone.speak(locale);
    for (const next of routes) {
      await phone.open(next);
      expect(await axeFaults(phone.place), JSON.stringify(next)).toEqual([]);
      expect(overflowing(phone.place), JSON.stringify(next)).toEqual([]);
    }
  });
});
