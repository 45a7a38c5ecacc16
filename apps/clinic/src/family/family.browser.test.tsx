/** The family page, an entry, a correction and a merge, as a thumb, a keyboard and a screen reader meet them. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { type Route, route } from '../shell/route.ts';
import { CorrectScreen } from './correction/correct.view.tsx';
import { EntryScreen } from './entry/entry.view.tsx';
import { FamilyScreen } from './family.view.tsx';
import { MergeScreen } from './merge/merge.view.tsx';

const today = localDate('2026-03-01');
const screens = { family: FamilyScreen, entry: EntryScreen, correct: CorrectScreen, merge: MergeScreen };

/** Twins in care: the girl is late, the boy in hospital. */
const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta', card_code: 'SKB-12', father_name: 'Moussa Keïta' })
  .bearsTwins({ on: '2026-01-05', infant_name: 'Hawa' }, { on: '2026-01-05', infant_name: 'Fanta', sex: 'M' })
  .assessed({ on: '2026-01-15', child: 'keita-child-1', enrolment_decision: 'enrolled', next_due: '2026-02-12' })
  .assessed({ on: '2026-01-15', child: 'keita-child-2', enrolment_decision: 'enrolled', next_due: '2026-01-22' })
  .visit({
    ...{ on: '2026-02-12', child: 'keita-child-1', weight_g: 4010, length_cm: 53, next_due: '2026-02-26' },
    ...{ visit_date: '2026-02-12', as: 'visit', findings: { pairClass: 'moderate', headline: { floor: true } } },
  })
  .transferred('temporary', { on: '2026-02-20', child: 'keita-child-2', referral_to: 'inpatient' });

/** The same family again, by another worker who spelt otherwise. */
const keyta = family('keyta', { device: fakeDevice('tablet-2') })
  .mother({ mother_name: 'Hawa Keyta', phone: '70 00 00 00', card_code: null })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .screened({ on: '2026-01-12', screen_result: 'positive' });

const gone = family('traore', { device: fakeDevice('tablet-3') })
  .mother({ mother_name: 'Fatou Traoré', phone: '60 11 22 33', village: 'Kati', card_code: null })
  .bears({ on: '2026-01-05', infant_name: 'Sira' })
  .childDies({ on: '2026-02-01' });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone(screens, [keita.entries, keyta.entries, gone.entries], today);
});
afterEach(() => phone.end());

const keitaPage: Route = { name: 'family', family: keita.id };
const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const cardOf = (child: string) =>
  page.elementLocator(
    [...phone.place.querySelectorAll<HTMLElement>('.k-card')].find(
      (card) => card.querySelector('h2')?.textContent === child,
    ) ?? phone.place,
  );
/** Waits for what a save or a story leads to. */
const until = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds, { timeout: 5000 }).toBe(true);
};

describe('the family page', () => {
  it('says who the family is, how each child stands, and offers one thing to do first', async () => {
    await phone.open(keitaPage);
    expect(text()).toContain('Awa Keïta, 26 ans');
    expect(text()).toContain('En retard de 3 jours');
    expect(text()).toContain('Incomplet – au moins modéré');
    const primaries = [...phone.place.querySelectorAll('.k-button--primary')].map(({ textContent }) => textContent);
    expect(primaries).toEqual(['Faire la visite de suivi', "Nouvelles de l'hôpital"]);
    await cardOf('Hawa').getByRole('button', { name: 'Faire la visite de suivi' }).click();
    expect(route.value).toEqual({ name: 'visit', family: 'keita', child: 'keita-child-1', form: 'follow-up' });
  });

  it('leads to the curves, a referral, news from hospital, another form and every way of leaving', async () => {
    for (const [child, name, to] of [
      ['Hawa', 'Courbes', { name: 'growth', child: 'keita-child-1' }],
      ['Hawa', 'Référer', { name: 'refer', child: 'keita-child-1' }],
      ['Fanta', "Nouvelles de l'hôpital", { name: 'counter-referral', child: 'keita-child-2' }],
    ] as const) {
      await phone.open(keitaPage);
      await cardOf(child).getByRole('button', { name, exact: true }).click();
      expect(route.value).toMatchObject(to);
    }
    for (const [name, to] of [
      ['Évaluer', { name: 'visit', form: 'assessment' }],
      ["L'enfant est décédé", { name: 'leave', person: 'keita-child-1', why: 'death' }],
      ["Sortir l'enfant du suivi", { name: 'leave', why: 'exit' }],
    ] as const) {
      await phone.open(keitaPage);
      await cardOf('Hawa').getByText('Autre visite, départ, refus ou décès').click();
      await cardOf('Hawa').getByRole('button', { name, exact: true }).click();
      expect(route.value).toMatchObject(to);
    }
  });

  it('offers to look for a family once a visit was missed', async () => {
    await phone.open(keitaPage);
    expect(cardOf('Hawa').getByRole('button', { name: 'Rechercher' }).elements()).toEqual([]);
    phone.end();
    phone = await memoryPhone(screens, [keita.entries], localDate('2026-03-20'));
    await phone.open(keitaPage);
    await cardOf('Hawa').getByRole('button', { name: 'Rechercher' }).click();
    expect(route.value).toEqual({ name: 'trace', family: 'keita', child: 'keita-child-1' });
  });

  it('is quiet about a child who died: no actions, and the history', async () => {
    await phone.open({ name: 'family', family: gone.id });
    expect(cardOf('Sira').getByRole('button').elements()).toEqual([]);
    expect(text()).toContain('Décédé le 01/02/2026');
    expect(text()).toContain('Histoire de la famille');
  });

  it('says what to do when the family is not on this phone', async () => {
    await phone.open({ name: 'family', family: 'nobody' as typeof keita.id });
    expect(text()).toContain("Ce dossier n'est pas sur ce téléphone");
  });

  it('writes down that it was opened', async () => {
    await phone.open(keitaPage);
    const events = await phone.workspace.session.audit.list();
    expect(events).toContainEqual(expect.objectContaining({ kind: 'family-opened', detail: { family: 'keita' } }));
  });
});

describe('a correction', () => {
  const correctVisit: Route = { name: 'correct', family: keita.id, entry: keita.entry('visit').id };
  const reason = () => page.getByRole('textbox', { name: /Raison de la correction/ });
  const weightLine = () => button(/^Poids, première lecture/);

  it('is reached from the history, touches one answer, and shows both afterwards', async () => {
    await phone.open(keitaPage);
    await button(/Visite de suivi Hawa · 12\/02\/2026/).click();
    await button('Corriger').click();
    await weightLine().click();
    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('4100');
    await reason().fill('chiffres inversés');
    await button('Enregistrer la correction').click();
    await until(() => route.value.name === 'family' && text().includes('corrigée'));
    expect(text()).toContain('4100 g');
    await button(/Visite de suivi Hawa · 12\/02\/2026/).click();
    await until(() => text().includes('chiffres inversés'));
    expect([...phone.place.querySelectorAll('del')].map(({ textContent }) => textContent)).toContain('4010\u00a0g');
    const timeline = await phone.workspace.timelineOf(keita.id);
    const visit = timeline?.encounters.find(({ entry }) => entry === keita.entry('visit').id);
    expect(visit?.form.answers.weight_g).toBe(4100);
    // What the protocol says of the corrected visit stands beside it.
    expect(visit?.findings).toHaveProperty('kept');
  });

  it('is not saved without a reason, nor when nothing changed, and keeps what was typed', async () => {
    await phone.open(correctVisit);
    await button('Enregistrer la correction').click();
    await until(() => text().includes("Rien n'a changé"));
    await weightLine().click();
    await page.getByRole('textbox', { name: /Poids, première lecture/ }).fill('4100');
    await button('Enregistrer la correction').click();
    await until(() => text().includes('une correction sans raison ne se comprend plus'));
    expect(page.getByRole('textbox', { name: /Poids, première lecture/ }).element()).toHaveProperty('value', '4100');
    expect(phone.workspace.session.log.head().seq).toBe(0);
  });

  it('is kept half-written, and taken up again', async () => {
    await phone.open(correctVisit);
    await reason().fill('mauvais jumeau');
    await phone.open({ name: 'today' });
    await phone.open(correctVisit);
    await until(() => text().includes('Vous aviez commencé cette correction'));
    expect(reason().element()).toHaveProperty('value', 'mauvais jumeau');
  });

  it('turns a visit to the other twin', async () => {
    await phone.open(correctVisit);
    await button(/^Enfant concerné/).click();
    await page.getByRole('radio', { name: 'Fanta' }).click({ force: true });
    await reason().fill('mauvais jumeau');
    await button('Enregistrer la correction').click();
    await until(() => route.value.name === 'family');
    const timeline = await phone.workspace.timelineOf(keita.id);
    const visit = timeline?.encounters.find(({ entry }) => entry === keita.entry('visit').id);
    expect(visit?.child).toBe('keita-child-2');
  });

  it('withdraws an entry: it stays in sight, struck out', async () => {
    await phone.open(correctVisit);
    await page.getByRole('radio', { name: 'Oui' }).click({ force: true });
    await reason().fill('autre enfant');
    await button('Enregistrer la correction').click();
    await until(() => route.value.name === 'family' && text().includes('retirée'));
    expect(phone.place.querySelector('.history__line--withdrawn')).not.toBeNull();
  });

  it('refuses a day that has not come', async () => {
    await phone.open(correctVisit);
    await button(/^Date de ce qui s'est passé/).click();
    const day = page.getByRole('group', { name: /Date de ce qui s'est passé/ });
    await day.getByRole('textbox', { name: 'Jour' }).fill('2');
    await day.getByRole('textbox', { name: 'Mois' }).fill('3');
    await reason().fill('mauvaise date');
    await button('Enregistrer la correction').click();
    await until(() => text().includes("Ce jour n'est pas encore venu"));
  });
});

describe('a merge', () => {
  const rows = (): readonly string[] => [...phone.workspace.rows.value.keys()].sort();

  const merge = async (child = 'le même enfant que Hawa'): Promise<void> => {
    await phone.open({ name: 'merge', family: keita.id });
    await until(() => text().includes('Hawa Keyta'));
    await button(/Hawa Keyta/).click();
    await page
      .getByRole('radiogroup', { name: /deux mères/ })
      .getByRole('radio', { name: 'Oui' })
      .click({ force: true });
    await page.getByRole('radio', { name: new RegExp(child) }).click({ force: true });
    await page.getByRole('textbox', { name: /Comment savez-vous/ }).fill('même carte');
    await button('Réunir').click();
    await until(() => route.value.name === 'family');
  };

  it('offers the record that looks alike, compares both, and makes one row of two', async () => {
    expect(rows()).toEqual(['keita', 'keyta', 'traore']);
    await merge();
    expect(rows()).toEqual(['keita', 'traore']);
    await until(() => text().includes('Dossiers réunis'));
    const timeline = await phone.workspace.timelineOf(keita.id);
    expect(timeline?.children.map(({ id }) => id)).toEqual(['keita-child-1', 'keita-child-2']);
    expect(timeline?.encounters.map(({ child }) => child).filter((child) => child.startsWith('keyta'))).toEqual([]);
  });

  it('is undone from its line in the history, and gives both back as they were', async () => {
    const before = await Promise.all([keita.id, keyta.id].map((id) => phone.workspace.timelineOf(id)));
    await merge();
    await until(() => text().includes('Dossiers réunis'));
    await button(/Dossiers réunis/)
      .first()
      .click();
    await button('Défaire la réunion').click();
    await page.getByRole('textbox', { name: /Pourquoi ces dossiers/ }).fill('deux familles');
    await button('Défaire').click();
    await until(() => route.value.name === 'family');
    expect(rows()).toEqual(['keita', 'keyta', 'traore']);
    const after = await Promise.all([keita.id, keyta.id].map((id) => phone.workspace.timelineOf(id)));
    for (const at of [0, 1]) {
      expect(after[at]?.children).toEqual(before[at]?.children);
      expect(after[at]?.persons).toEqual(before[at]?.persons);
      expect(after[at]?.encounters).toEqual(before[at]?.encounters);
      expect(after[at]?.problems).toEqual(before[at]?.problems);
    }
    // What was undone is not offered again.
    await until(() => text().includes('Réunion défaite'));
    await button(/Dossiers réunis/)
      .first()
      .click();
    await until(() => route.value.name === 'entry' && text().includes('Même carte'));
    expect(button('Défaire la réunion').elements()).toEqual([]);
  });

  it('gives back, once undone, what was written meanwhile about a child of the other record', async () => {
    await merge('un autre enfant');
    const visit = {
      ...{ family: keita.id, subject: keyta.childId(), form: 'growth-visit@1', protocolVersion: null },
      ...{ answers: { weight_g: 4300 }, findings: {}, occurredOn: today },
    };
    expect((await phone.workspace.save([visit])).ok).toBe(true);
    expect((await phone.workspace.timelineOf(keita.id))?.encounters.at(-1)).toMatchObject({ child: 'keyta-child-1' });
    await until(() => text().includes('Dossiers réunis'));
    await button(/Dossiers réunis/).click();
    await button('Défaire la réunion').click();
    await page.getByRole('textbox', { name: /Pourquoi ces dossiers/ }).fill('deux familles');
    await button('Défaire').click();
    await until(() => rows().length === 3);
    expect((await phone.workspace.timelineOf(keyta.id))?.encounters.at(-1)).toMatchObject({ on: today });
    expect((await phone.workspace.timelineOf(keita.id))?.children.length).toBe(2);
  });

  it('asks who is who before it is made', async () => {
    await phone.open({ name: 'merge', family: keita.id });
    await until(() => text().includes('Hawa Keyta'));
    await button(/Hawa Keyta/).click();
    await button('Réunir').click();
    await until(() => text().includes('Dites si les deux mères sont la même personne'));
    await page
      .getByRole('radiogroup', { name: /deux mères/ })
      .getByRole('radio', { name: 'Non' })
      .click({ force: true });
    await until(() => text().includes("Deux mères, c'est d'ordinaire deux familles"));
    await button('Réunir').click();
    await until(() => text().includes("Dites qui est chaque enfant de l'autre dossier"));
    expect(rows().length).toBe(3);
  });

  it('finds any record by what is typed', async () => {
    await phone.open({ name: 'merge', family: keita.id });
    await page.getByRole('searchbox').fill('traore kati');
    await until(() => text().includes('Fatou Traoré'));
    expect(button(/Awa Keïta/).elements()).toEqual([]);
  });
});

const everyScreen: Readonly<Record<string, readonly [route: Route, act?: () => Promise<void>]>> = {
  family: [
    keitaPage,
    async () => {
      for (const summary of phone.place.querySelectorAll('summary')) summary.click();
    },
  ],
  'a dead child': [{ name: 'family', family: gone.id }],
  entry: [{ name: 'entry', family: keita.id, entry: keita.entry('visit').id }],
  correct: [
    { name: 'correct', family: keita.id, entry: keita.entry('visit').id },
    async () => {
      for (const line of [...phone.place.querySelectorAll<HTMLElement>('.correct__line')].slice(0, 12)) line.click();
    },
  ],
  'merge, search': [{ name: 'merge', family: keita.id }],
  'merge, compared': [
    { name: 'merge', family: keita.id },
    async () => {
      await until(() => phone.place.querySelector('.k-row--press') !== null);
      phone.place.querySelector<HTMLElement>('.k-row--press')?.click();
      await until(() => phone.place.querySelector('.compare') !== null);
    },
  ],
};

describe.each(Object.entries(everyScreen))('the screen %s', (_name, [to, act]) => {
  it.each(['fr', 'en', 'mirror'] as const)('has no fault at 320 px in %s', async (locale) => {
    await page.viewport(320, 740);
    await phone.speak(locale);
    await phone.open(to);
    await act?.();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
  });

  it('fits with text at 200 %', async () => {
    await page.viewport(320, 740);
    document.documentElement.style.fontSize = '200%';
    await phone.open(to);
    await act?.();
    expect(overflowing(phone.place)).toEqual([]);
    document.documentElement.style.fontSize = '';
  });
});

it('a correction can be made with the keyboard alone', async () => {
  await phone.open({ name: 'correct', family: keita.id, entry: keita.entry('visit').id });
  phone.place.querySelector<HTMLElement>('.correct__line')?.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => phone.place.querySelector('.correct__open input') !== null);
});
