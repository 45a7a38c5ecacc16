/** Tests the growth charts with touch, a keyboard, a screen reader and for printing. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import type { Route } from '../shell/route.ts';
import { setLanguage } from '../shell/words/language.ts';
import { GrowthScreen } from './growth.view.tsx';

const today = localDate('2026-03-20');

const term = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa', birth_weight_g: 2600 })
  .visit({ on: '2026-01-19', weight_g: 2700, length_cm: 48, head_cm: 34, muac_mm: null })
  .visit({ on: '2026-02-16', weight_g: 3600, length_cm: 52, head_cm: 36.5, muac_mm: 104 })
  .visit({ on: '2026-03-16', weight_g: 2900, length_cm: 54, head_cm: 38, muac_mm: 112 });

const preterm = family('traore', { device: fakeDevice('tablet-2') })
  .mother({ mother_name: 'Fatou Traoré' })
  .bears({ on: '2025-12-29', infant_name: 'Sira', birth_weight_g: 1500, gestational_age_days: 224 })
  .visit({ on: '2026-02-02', weight_g: 2300, length_cm: 45, head_cm: 32 })
  .visit({ on: '2026-03-16', weight_g: 3500, length_cm: 51, head_cm: 36 });

const unknown = family('diarra', { device: fakeDevice('tablet-3') })
  .mother({ mother_name: 'Oumou Diarra' })
  .bears({ on: '2026-01-05', sex: null })
  .visit({ on: '2026-02-16', weight_g: 3600 });

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone({ growth: GrowthScreen }, [term.entries, preterm.entries, unknown.entries], today);
});
afterEach(() => phone.end());

const charts = (life: typeof term): Route => ({ name: 'growth', family: life.id, child: life.childId() });
const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const slider = () => page.getByRole('slider', { name: "Mesures, l'une après l'autre" });
const until = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds, { timeout: 5000 }).toBe(true);
};
const drawn = async (): Promise<void> => until(() => phone.place.querySelector('.growth .k-growth__svg') !== null);

describe('the growth charts', () => {
  it('say what the protocol concludes, whose rule it is, and where the last weight stands', async () => {
    await phone.open(charts(term));
    expect(text()).toContain('La croissance demande une évaluation approfondie.');
    expect(text()).toContain('à valider');
    expect(text()).toContain('P/A −4,42 z le 16/03/2026 (avant : −1,77 z)');
  });

  it.each(['fr', 'en'] as const)('have their tabs on one line in %s', async (language) => {
    await setLanguage(language);
    await phone.open(charts(term));
    const tops = [...phone.place.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect().top);
    expect(tops).toHaveLength(5);
    expect(new Set(tops).size).toBe(1);
    await setLanguage('fr');
  });

  it('draw every index on its chart, with a table of the same figures', async () => {
    await phone.open(charts(term));
    for (const [name, title, value] of [
      ['Taille', "Taille pour l'âge (T/A), fille", '54 cm'],
      ['P/T', 'Poids pour la taille (P/T), fille', '2,9 kg'],
      ['Tête', "Périmètre crânien pour l'âge, fille", '38 cm'],
      ['PB', "Périmètre brachial pour l'âge, fille", '112 mm'],
      ['Poids', "Poids pour l'âge (P/A), fille", '2,9 kg'],
    ] as const) {
      await tab(name).click();
      await drawn();
      expect(text()).toContain(title);
      await button('Voir le tableau').click();
      await until(() => phone.place.querySelector('.growth table') !== null);
      expect((phone.place.querySelector('.growth table')?.textContent ?? '').replace(/\s+/g, ' ')).toContain(value);
      await button('Voir la courbe').click();
    }
  });

  it('leave a doubtful weight hollow and unjoined, and say so', async () => {
    await phone.open(charts(term));
    await drawn();
    expect(phone.place.querySelectorAll('.k-growth__svg .k-chart__hollow').length).toBe(1);
    expect(phone.place.querySelectorAll('.k-growth__svg .k-chart__point').length).toBe(3);
    expect(text()).toContain('mesure à vérifier, non reliée');
    await until(() => (slider().element().getAttribute('aria-valuetext') ?? '').includes('À vérifier'));
  });

  it('are read point by point with the arrow keys', async () => {
    await phone.open(charts(term));
    await drawn();
    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}');
    await until(() => text().includes('À la naissance, 05/01/2026 : 2,6 kg.'));
    await userEvent.keyboard('{ArrowRight}');
    await until(() => text().includes('19/01/2026, à 2 semaines : 2,7 kg. P/A −1,89 z, entre les lignes −2 et −1.'));
  });

  it('come close to the first weeks, and go far', async () => {
    await phone.open(charts(term));
    await drawn();
    expect(button('6 mois').element().getAttribute('aria-pressed')).toBe('true');
    await button('8 semaines').click();
    await until(() => phone.place.querySelectorAll('.k-growth__svg .k-chart__point').length === 3);
    await button('2 ans').click();
    await until(() => phone.place.querySelectorAll('.k-growth__svg .k-chart__hollow').length === 1);
  });

  it('draw the protocol’s MUAC cut-off, and say that WHO has no standard before three months', async () => {
    await phone.open(charts(term));
    await tab('PB').click();
    await drawn();
    expect(text()).toContain('seuil 110 mm');
    expect(text()).toContain("Avant 3 mois, l'OMS n'a pas de norme de PB.");
  });

  it('of a preterm are INTERGROWTH by post-menstrual age, then WHO with the change marked and corrected ages crossed', async () => {
    await phone.open(charts(preterm));
    await drawn();
    expect(text()).toContain('Naissance à 32 semaines. Âge corrigé : 3 semaines.');
    expect(text()).toContain('INTERGROWTH');
    expect(button('Prématuré').element().getAttribute('aria-pressed')).toBe('true');
    expect(text()).toContain("Poids pour l'âge post-menstruel, fille");
    expect(text()).toMatch(/à 43 semaines post-menstruelles : 3,5 kg\. −?\d/);
    expect(phone.place.querySelectorAll('.k-chart__cross').length).toBe(0);
    await button('OMS').click();
    await drawn();
    await button('2 ans').click();
    await until(() => text().includes('64 sem.'));
    expect(phone.place.querySelectorAll('.k-growth__svg .k-chart__cross').length).toBe(1);
    await button('Âge corrigé').click();
    await until(() => phone.place.querySelectorAll('.k-growth__svg .k-chart__cross').length === 0);
  });

  it('ask for the sex where nobody noted it', async () => {
    await phone.open(charts(unknown));
    expect(text()).toContain("Le sexe de l'enfant n'est pas noté");
    expect(phone.place.querySelector('.k-growth')).toBeNull();
  });

  it('are printed, every index with measures on its sheet, and the printing is written down', async () => {
    const paper: string[] = [];
    const print = vi.spyOn(globalThis, 'print').mockImplementation(() => {
      for (const sheet of phone.place.querySelectorAll('.growth-paper__sheet')) {
        const lines = sheet.querySelectorAll('.k-chart__line').length;
        paper.push(
          `${sheet.querySelector('figcaption')?.textContent} ${lines} ${sheet.querySelector('table') !== null}`,
        );
      }
    });
    await phone.open(charts(preterm));
    await button('Imprimer').click();
    await until(() => print.mock.calls.length === 1);
    expect(paper).toEqual([
      "Poids pour l'âge post-menstruel, fille 7 true",
      "Poids pour l'âge (P/A), fille 7 true",
      "Taille pour l'âge post-menstruel, fille 7 true",
      "Taille pour l'âge (T/A), fille 7 true",
      'Poids pour la taille (P/T), fille 7 true',
      "Périmètre crânien pour l'âge post-menstruel, fille 7 true",
      "Périmètre crânien pour l'âge, fille 7 true",
      "Périmètre brachial pour l'âge, fille 7 true",
    ]);
    const events = await phone.workspace.session.audit.list(3);
    expect(events.map(({ kind }) => kind)).toContain('growth-printed');
    print.mockRestore();
  });
});

describe.each(['fr', 'en', 'mirror'] as const)('in %s at 320 px', (locale) => {
  it.each(['term', 'preterm', 'unknown'] as const)('the charts of %s have no fault', async (which) => {
    await page.viewport(320, 740);
    await phone.speak(locale);
    await phone.open(charts({ term, preterm, unknown }[which]));
    if (which !== 'unknown') await drawn();
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
    if (which === 'unknown') return;
    phone.place.querySelector<HTMLElement>('.k-growth > .k-screen-only:last-child button')?.click();
    await until(() => phone.place.querySelector('.growth table') !== null);
    expect(await axeFaults(phone.place)).toEqual([]);
    expect(overflowing(phone.place)).toEqual([]);
  });
});
