/** The list of the day, as a thumb, a screen reader and a very full centre meet it. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { route } from '../shell/route.ts';
import { TodayScreen } from './today.view.tsx';

const today = localDate('2026-02-10');
let phone: MemoryPhone;
afterEach(() => phone.end());

const born = (name: string, mother: string): FamilyLife =>
  family(name, { device: fakeDevice(`tablet-${name}`) })
    .mother({ mother_name: mother, phone: '70 11 22 33', village: 'Kabé' })
    .bears({ on: '2026-01-05', infant_name: 'Moussa', sex: 'M', birth_weight_g: 2100 });
const enrolled = (name: string, mother: string, next: string): FamilyLife =>
  born(name, mother).assessed({
    on: '2026-01-15',
    enrolment_decision: 'enrolled',
    next_due: next,
    findings: { pairClass: 'moderate', headline: { floor: true } },
  });

const lives = [
  enrolled('due', 'Awa Keïta', '2026-02-10'),
  enrolled('late', 'Sira Diarra', '2026-02-07'),
  enrolled('missed', 'Kadi Traoré', '2026-01-29'),
  born('urgent', 'Nana Coulibaly').screened({ on: '2026-02-10', screen_result: 'urgent' }),
];
const begin = async (families: readonly FamilyLife[]): Promise<void> => {
  await page.viewport(360, 740);
  phone = await memoryPhone(
    { today: TodayScreen },
    families.map(({ entries }) => entries),
    today,
  );
  await phone.open({ name: 'today' });
};
const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const headings = (): readonly string[] =>
  [...phone.place.querySelectorAll('h2')].map(({ textContent }) => textContent ?? '');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const rowOf = (mother: string) =>
  page.elementLocator(
    [...phone.place.querySelectorAll<HTMLElement>('article')].find((row) => row.textContent?.includes(mother)) ??
      phone.place,
  );

describe('today', () => {
  it('begins with the day, and with whom to see first', async () => {
    await begin(lives);
    expect(text()).toContain('mardi 10 février 2026');
    expect(headings()).toEqual([
      'Dépistage urgent\u00a0: à voir tout de suite1',
      "Visites d'aujourd'hui1",
      'En retard1',
      'À rechercher1',
    ]);
  });

  it('says who, how old, why, and how the family is reached', async () => {
    await begin(lives);
    const row = rowOf('Sira Diarra').element();
    expect(row.textContent).toContain('Moussa, 5 semaines – Kabé');
    expect(row.textContent).toContain('Visite prévue le 7 févr., 3\u00a0jours de retard');
    expect(row.textContent).toContain('Incomplet – au moins modéré');
    expect(row.querySelector('a')?.getAttribute('href')).toBe('tel:70112233');
  });

  it('opens the family, or with one tap the right form', async () => {
    await begin(lives);
    await rowOf('Awa Keïta').getByRole('button', { name: 'Visite', exact: true }).click();
    expect(route.value).toMatchObject({ name: 'visit', family: 'due', form: 'follow-up' });
    await phone.open({ name: 'today' });
    await rowOf('Nana Coulibaly').getByRole('button', { name: 'Évaluer', exact: true }).click();
    expect(route.value).toMatchObject({ name: 'visit', family: 'urgent', form: 'assessment' });
    await phone.open({ name: 'today' });
    await rowOf('Kadi Traoré').getByRole('button', { name: 'Rechercher', exact: true }).click();
    expect(route.value).toMatchObject({ name: 'trace', family: 'missed' });
    await phone.open({ name: 'today' });
    await rowOf('Sira Diarra')
      .getByRole('button', { name: /Sira Diarra/ })
      .click();
    expect(route.value).toEqual({ name: 'family', family: 'late' });
  });

  it('folds a group and leads to it from its count', async () => {
    await begin(lives);
    await button('En retard 1').click();
    expect(text()).not.toContain('Sira Diarra');
    await button('1 en retard').click();
    expect(text()).toContain('Sira Diarra');
  });

  it('follows what is saved', async () => {
    await begin(lives);
    const [late] = lives.filter(({ id }) => id === 'late');
    if (late === undefined) throw new Error('no such family');
    await phone.workspace.save([
      {
        family: late.id,
        subject: late.childId(),
        form: 'mami-visit@2',
        protocolVersion: null,
        answers: { next_due: '2026-02-17' },
        findings: {},
        occurredOn: today,
      },
    ]);
    await expect.poll(() => text().includes('Sira Diarra')).toBe(false);
  });

  it('offers to take up what was left half filled', async () => {
    await begin(lives);
    await phone.workspace.session.draft.put('visit follow-up due due-child-1', { answers: {} });
    await phone.workspace.session.draft.put('registration', { answers: {} });
    await phone.open({ name: 'search' });
    await phone.open({ name: 'today' });
    await expect.poll(() => text().includes('À terminer')).toBe(true);
    expect(text()).toContain('Awa Keïta – Moussa, 5 semaines');
    const resume = page.getByRole('button', { name: 'Reprendre' });
    await resume.last().click();
    expect(route.value).toMatchObject({ name: 'visit', family: 'due', form: 'follow-up' });
    await phone.open({ name: 'today' });
    await resume.first().click();
    expect(route.value).toEqual({ name: 'new-family' });
  });

  it('shows a long list a part at a time', async () => {
    const many = Array.from({ length: 35 }, (_, place) => enrolled(`f${place}`, `Mère ${place}`, '2026-02-10'));
    await begin(many);
    expect(phone.place.querySelectorAll('article')).toHaveLength(10);
    await button('Voir les 25 autres').click();
    await expect.poll(() => phone.place.querySelectorAll('article').length).toBe(30);
  });

  it('says what to do when nothing is due, and when nobody is registered', async () => {
    await begin([enrolled('quiet', 'Awa Keïta', '2026-02-20')]);
    expect(text()).toContain("Rien n'est prévu aujourd'hui");
    await button('Enregistrer une famille').click();
    expect(route.value).toEqual({ name: 'new-family' });
    phone.end();
    await begin([]);
    expect(text()).toContain('Aucune famille sur ce téléphone');
  });

  it.each([
    ['fr', 360],
    ['en', 320],
    ['mirror', 320],
  ] as const)('has no fault in %s at %i px', async (locale, width) => {
    await begin(lives);
    await page.viewport(width, 740);
    await phone.speak(locale);
    expect(overflowing(phone.place)).toEqual([]);
    expect(await axeFaults(phone.place)).toEqual([]);
  });
});
