/** Tests the list of the day with touch, with a screen reader, and in a very full centre. */
import { keepCentre } from '@denba/device/centres/known-centres';
import { type Link, newLink } from '@denba/device/sync/link';
import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import type { Signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { centrePhone } from '../../../../sync/device/test/centre-phone.ts';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import type { ServerState } from '../shell/exchange/server-link.ts';
import { ownPlaces } from '../shell/places/own-places.ts';
import { route } from '../shell/route.ts';
import { type Opening, type Workspace, WorkspaceProvider } from '../shell/workspace.ts';
import { TodayScreen } from './today.view.tsx';
import { makeGlance } from './today-glance.ts';

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
const bla = facilityId('cscom-9');
const sentHere = enrolled('sent', 'Rokia Sidibé', '2026-02-20')
  .on('tablet-bla', { facility: bla })
  .moves('Ici', { on: '2026-02-03', to_facility_id: 'cscom-1' });
const sentAway = enrolled('gone', 'Fanta Koné', '2026-02-10').moves('Bla', { on: '2026-02-03', to_facility_id: bla });
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
      'Urgent\u00a0: à voir tout de suite1',
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

  it('shows whom another centre transferred here until the follow-up is taken up, and nobody whom it sent away', async () => {
    await begin([...lives, sentHere, sentAway]);
    expect(headings()[2]).toBe("Transférés d'un autre centre1");
    expect(text()).not.toContain('Fanta Koné');
    const row = rowOf('Rokia Sidibé');
    expect(row.element().textContent).toContain("Transfert d'un autre centre le 3 févr., à voir le 10 févr.");
    expect(row.element().querySelector('a')?.getAttribute('href')).toBe('tel:70112233');
    expect(button('1 transféré').elements()).toHaveLength(1);
    expect(overflowing(phone.place)).toEqual([]);
    expect(await axeFaults(phone.place)).toEqual([]);
    await row.getByRole('button', { name: 'Accueillir', exact: true }).click();
    expect(route.value).toEqual({ name: 'family', family: 'sent' });
    await phone.open({ name: 'today' });
    await phone.workspace.save([
      {
        ...{ family: sentHere.id, subject: sentHere.childId(), form: 'return-to-care@2', protocolVersion: null },
        ...{ answers: { entry_type: 'transfer_in', from_facility: null }, findings: {}, occurredOn: today },
      },
    ]);
    await expect.poll(() => text().includes('Rokia Sidibé')).toBe(false);
  });

  it('names the centre that sent a child, where its code is known', async () => {
    const { own } = await centrePhone('CSCom de Bla');
    const known = enrolled('known', 'Rokia Sidibé', '2026-02-20')
      .on('tablet-bla', { facility: facilityId(own.code.centre.id) })
      .moves('Ici', { on: '2026-02-03', to_facility_id: 'cscom-1' });
    await begin([known]);
    await keepCentre(phone.workspace.session.sealed, { code: own.code, since: today, compared: false });
    await phone.open({ name: 'search' });
    await phone.open({ name: 'today' });
    await expect.poll(text).toContain('Transfert le 3 févr., depuis CSCom de Bla, à voir le 10 févr.');
  });

  it('shows whom another centre transferred here before the rows are read, and after', async () => {
    await begin([sentHere]);
    const { mode, protocol, today: day, rows } = phone.workspace;
    const place = document.createElement('div');
    document.body.append(place);
    const show = (value: Workspace | Opening): void =>
      render(
        <WorkspaceProvider value={value}>
          <TodayScreen />
        </WorkspaceProvider>,
        place,
      );
    const steps = makeGlance(rows.value, protocol.rules, day(), ownPlaces(phone.workspace));
    let laid = steps.next();
    while (laid.done !== true) laid = steps.next();
    show({ mode, protocol, today: day, glance: laid.value });
    expect(place.textContent).toContain("Transfert d'un autre centre le");
    show(phone.workspace);
    expect(place.textContent).toContain("Transfert d'un autre centre le");
    render(null, place);
    place.remove();
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

  it('says that the clock of the phone is wrong, where the server has found it so, and leads to what was found', async () => {
    await begin(lives);
    const met = (contact: Pick<Link, 'lastContactMs' | 'clockAheadMs'>): void => {
      const link = { ...newLink({ id: 'cscom-1', name: 'Ici' }, 'T'.repeat(43)), ...contact };
      const state = phone.workspace.server?.state as Signal<ServerState>;
      state.value = { kind: 'linked', link, meeting: false, trouble: null };
    };
    const clock = page.getByRole('button', { name: /heure de ce téléphone/ });
    await expect.poll(() => phone.workspace.server?.state.value.kind).toBe('alone');
    expect(clock.elements()).toHaveLength(0);
    met({ lastContactMs: 1, clockAheadMs: 9 * 60_000 });
    await expect.poll(text).toContain('Sira Diarra');
    expect(clock.elements()).toHaveLength(0);
    met({ lastContactMs: 1, clockAheadMs: -3 * 3_600_000 });
    await expect.element(clock).toHaveTextContent(/retarde de 3\sheures/);
    expect(overflowing(phone.place)).toEqual([]);
    expect(await axeFaults(phone.place)).toEqual([]);
    await clock.click();
    expect(route.value).toEqual({ name: 'server' });
  });

  it('tells whose PIN was changed by another user, once she has not said that it was her', async () => {
    await begin(lives);
    const { device, session } = phone.workspace;
    const notice = page.getByText(/Votre code a été changé/);
    expect(notice.elements()).toHaveLength(0);
    const fanta = await session.users.add('Fanta Diarra', '246813');
    const hers = await device.unlock(fanta.id, '246813');
    if (!hers.ok) throw new Error(hers.error.kind);
    await hers.value.users.changePin(session.user.id, '518203');
    await phone.open({ name: 'more' });
    await phone.open({ name: 'today' });
    await expect.element(notice).toHaveTextContent('le 10/02/2026, pendant que Fanta Diarra utilisait le téléphone.');
    expect(text()).toContain("Si ce n'est pas vous qui l'avez choisi");
    expect(overflowing(phone.place)).toEqual([]);
    expect(await axeFaults(phone.place)).toEqual([]);
    await button("C'est bien moi").click();
    await expect.poll(() => notice.elements().length).toBe(0);
    await phone.open({ name: 'more' });
    await phone.open({ name: 'today' });
    await expect.poll(text).toContain('Sira Diarra');
    expect(notice.elements()).toHaveLength(0);
  });

  it('shows a long list a part at a time', async () => {
    const many = Array.from({ length: 35 }, (_, place) => enrolled(`f${place}`, `Mère ${place}`, '2026-02-10'));
    await begin(many);
    await expect.poll(() => phone.place.querySelectorAll('article').length).toBe(10);
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
