/** Tests the family page and every screen of a family at 320 px, with large text and for accessibility. */
import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { gone, keita, keitaPage, phoneWithAll, screens } from '../../test/keita-twice.ts';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { go, type Route, route } from '../shell/route.ts';

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await phoneWithAll();
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const cardOf = (child: string) =>
  page.elementLocator(
    [...phone.place.querySelectorAll<HTMLElement>('.k-card')].find(
      (card) => card.querySelector('h2')?.textContent === child,
    ) ?? phone.place,
  );
/** Waits until a condition holds, after a save or while a timeline is read. */
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

  it('breaks no word of the two buttons that stand side by side', async () => {
    await phone.open(keitaPage);
    for (const label of phone.place.querySelectorAll('.child__pair .k-button__text')) {
      const lines = document.createRange();
      lines.selectNodeContents(label);
      expect([label.textContent, new Set([...lines.getClientRects()].map(({ top }) => top)).size]).toEqual([
        label.textContent,
        1,
      ]);
    }
  });

  it('says that a class was concluded before the birth date was corrected', async () => {
    const born = keita.entries.find(
      ({ form, subject }) => form.startsWith('birth') && subject === keita.childId('keita-child-1'),
    );
    const late = family('keita', { device: fakeDevice('tablet-9') }).saves(
      'correction@1',
      null,
      { corrects: born?.id ?? '', reason: 'carnet', occurred_on: '2025-12-05' },
      { on: '2026-02-28' },
    );
    expect((await phone.workspace.session.receive(late.entries)).ok).toBe(true);
    await phone.open(keitaPage);
    await until(() => text().includes("Classe d'avant une correction"));
    expect(phone.place.querySelectorAll('.child__next--pressing .k-icon').length).toBeGreaterThan(0);
    const { textContent } = cardOf('Fanta').element();
    expect(textContent).not.toContain("Classe d'avant");
  });

  it('is drawn at once when the story was read before', async () => {
    await phone.workspace.timelineOf(keita.id);
    let waited = false;
    const isBusy = (node: Node): boolean =>
      node instanceof Element && (node.matches('[aria-busy=true]') || node.querySelector('[aria-busy=true]') !== null);
    const watch = new MutationObserver((changes) => {
      waited ||= changes.some(({ addedNodes }) => [...addedNodes].some(isBusy));
    });
    watch.observe(phone.place, { subtree: true, childList: true });
    go(keitaPage);
    await until(() => phone.place.querySelector('.history__line') !== null);
    watch.disconnect();
    expect(waited).toBe(false);
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

  it('says which child was transferred here, and takes its follow-up up again by one touch', async () => {
    const bla = { device: fakeDevice('tablet-9', { facility: facilityId('cscom-9') }) };
    const sent = family('sidibe', bla)
      .mother({ mother_name: 'Rokia Sidibé' })
      .bears({ on: '2026-01-05', infant_name: 'Ali' })
      .assessed({ on: '2026-02-10', enrolment_decision: 'enrolled', next_due: '2026-03-20' })
      .saves('transfer@2', null, { transfer: 'permanent', to_facility: 'Ici', to_facility_id: 'cscom-1' });
    phone.end();
    phone = await memoryPhone(screens, [sent.entries], localDate('2026-03-02'));
    await phone.open({ name: 'family', family: sent.id });
    expect(text()).toContain('Cet enfant est transféré dans votre centre, avec tout son dossier.');
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
    await cardOf('Ali').getByRole('button', { name: 'Reprendre le suivi ici' }).click();
    await until(() => text().includes('Faire la visite de suivi'));
    expect(text()).not.toContain('transféré dans votre centre');
    expect(phone.workspace.rows.value.get(sent.id)).toMatchObject({
      ...{ facility: 'cscom-1', children: [{ care: { status: 'active' } }] },
    });
  });

  it('says of a newborn that it was born today, of a preterm its weeks and its age from term on, the youngest first', async () => {
    const life = family('coulibaly', { device: fakeDevice('tablet-8') })
      .mother({ mother_name: 'Fatoumata Kadiatou Aminata Traoré Coulibaly épouse Diarra-Sangaré de Sanankoroba' })
      .bears({ on: '2025-02-20', infant_name: 'Issa', sex: 'M' })
      .bears({ on: '2026-03-01', infant_name: 'Sira', gestational_age_days: 33 * 7 + 2 });
    phone.end();
    phone = await memoryPhone(screens, [life.entries], localDate('2026-03-01'));
    await phone.open({ name: 'family', family: life.id });
    expect(text()).toContain("fille · née aujourd'hui");
    expect(text()).toContain('Naissance à 33 semaines. Terme prévu le 17/04/2026.');
    const named = [...phone.place.querySelectorAll('article h2')].map(({ textContent }) => textContent);
    expect(named).toEqual(['Sira', 'Issa']);
    const title = phone.place.querySelector('h1');
    const lineHeight = Number.parseFloat(getComputedStyle(title ?? document.body).lineHeight);
    expect(title?.clientHeight).toBeLessThanOrEqual(2 * lineHeight + 1);
    expect(phone.place.querySelector('.facts')?.textContent).toContain('Diarra-Sangaré de Sanankoroba');
    phone.end();
    phone = await memoryPhone(screens, [life.entries], localDate('2026-05-02'));
    await phone.open({ name: 'family', family: life.id });
    expect(text()).toContain('Naissance à 33 semaines. Âge corrigé : 2 semaines.');
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
  });

  it('offers first to refer a child whom the last visit found in danger, and to ask for news of one in hospital', async () => {
    const life = family('diarra', { device: fakeDevice('tablet-7') })
      .mother({ mother_name: 'Ami Diarra' })
      .bears({ on: '2026-01-05', infant_name: 'Sira' });
    const found = { on: '2026-03-02', findings: { pairClass: 'high', urgent: true }, as: 'visit' };
    const assessed = life.saves('mami-assessment@2', life.childId(), {}, found);
    const open = async (told: typeof life): Promise<void> => {
      phone.end();
      phone = await memoryPhone(screens, [told.entries], localDate('2026-03-02'));
      await phone.open({ name: 'family', family: life.id });
    };
    await open(assessed);
    expect(text()).toContain('référence pas encore notée');
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
    await cardOf('Sira').getByRole('button', { name: 'Référer', exact: true }).click();
    expect(route.value).toMatchObject({ name: 'refer', entry: assessed.entry('visit').id });

    await open(assessed.transferred('temporary', { on: '2026-03-02', referral_to: 'inpatient' }));
    expect(text()).toContain("À l'hôpital");
    await cardOf('Sira').getByRole('button', { name: "Nouvelles de l'hôpital", exact: true }).click();
    expect(route.value).toMatchObject({ name: 'counter-referral' });
  });

  it('tells the father and whoever cares for the child apart, in words that one sees', async () => {
    const life = family('coulibaly', { device: fakeDevice('tablet-6') })
      .mother({ mother_name: 'Ada Coulibaly', father_name: 'Karim Traoré' })
      .bears({ on: '2026-01-05', infant_name: 'Binta' })
      .caregiver('coulibaly-aunt', { on: '2026-02-20', caregiver_name: 'Sanaba Diallo' });
    phone.end();
    phone = await memoryPhone(screens, [life.entries], localDate('2026-03-02'));
    await phone.open({ name: 'family', family: life.id });
    expect(text()).toContain('Sanaba Diallo');
    for (const label of ['Père', "Personne qui s'occupe de l'enfant"]) {
      const box = page.getByText(label, { exact: true }).element().getBoundingClientRect();
      expect([label, box.height > 10]).toEqual([label, true]);
    }
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
  });

  it('says of a mother whose day of death nobody knows that she died, and no day', async () => {
    const orphan = family('kone', { device: fakeDevice('tablet-8') })
      .mother({ mother_name: 'Nana Koné' })
      .bears({ on: '2026-01-05', infant_name: 'Issa' })
      .motherDies({ on: '2026-02-20', death_date_precision: 'unknown' });
    phone.end();
    phone = await memoryPhone(screens, [orphan.entries], localDate('2026-03-02'));
    await phone.open({ name: 'family', family: orphan.id });
    expect(text()).toContain('Nana Koné – décédée, on ne sait pas quel jour');
  });

  it('says of a child whose day of death nobody knows that it died, and no day', async () => {
    const lost = family('sanogo', { device: fakeDevice('tablet-9') })
      .mother({ mother_name: 'Oumou Sanogo' })
      .bears({ on: '2026-01-05', infant_name: 'Moussa' })
      .childDies({ on: '2026-02-20', death_date_precision: 'unknown' });
    phone.end();
    phone = await memoryPhone(screens, [lost.entries], localDate('2026-03-02'));
    await phone.open({ name: 'family', family: lost.id });
    expect(text()).toContain('Décédé, on ne sait pas quel jour');
    expect(text()).not.toContain('Décédé le 20/02/2026');
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
