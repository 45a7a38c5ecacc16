/** Tests the register and the user's month, on the screen and in print. */
import { localDate } from '@denba/quantities/local-date';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { route } from '../shell/route.ts';
import { MonthScreen } from './month.view.tsx';
import { RegisterScreen } from './register.view.tsx';

const today = localDate('2026-03-20');
const born = (name: string, mother: string, village: string): FamilyLife =>
  family(name, { device: fakeDevice(`tablet-${name}`) })
    .mother({ mother_name: mother, village })
    .bears({ on: '2026-01-05', infant_name: `Enfant ${mother}` })
    .screened({ on: '2026-01-12', screen_result: 'positive' });
const enrolled = (name: string, mother: string, village: string, next: string): FamilyLife =>
  born(name, mother, village).assessed({
    on: '2026-01-15',
    enrolment_decision: 'enrolled',
    next_due: next,
    findings: { pairClass: 'moderate', headline: { floor: true } },
  });
const lives = [
  enrolled('quiet', 'Awa', 'Kola', '2026-03-25'),
  enrolled('late', 'Sira', 'Kabé', '2026-03-18'),
  enrolled('left', 'Nana', 'Kola', '2026-02-01').exits('R6', { on: '2026-03-02' }),
  born('never', 'Kadi', 'Kola'),
];

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone(
    { register: RegisterScreen, month: MonthScreen },
    lives.map(({ entries }) => entries),
    today,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  phone.end();
});

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const titles = (): readonly string[] =>
  [...phone.place.querySelectorAll('.k-row__title')].map(({ textContent }) => textContent ?? '');

describe('the register', () => {
  it('shows who is in care, and by one tap who is late, who left, everybody', async () => {
    await phone.open({ name: 'register' });
    expect(text()).toContain('2 enfants en suivi');
    await button('En retard').click();
    expect(titles()).toEqual(['Enfant Sira']);
    await button('Sortis').click();
    expect(titles()).toEqual(['Enfant Nana']);
    expect(text()).toContain('Sortie le 2 mars 2026');
    await button('Tous').click();
    expect(text()).toContain('3 inscriptions');
  });

  it('filters by village and by class, and shows all again', async () => {
    await phone.open({ name: 'register' });
    await page.getByText('Filtrer').click();
    await page.getByLabelText('Village').selectOptions('Kabé');
    expect(titles()).toEqual(['Enfant Sira']);
    expect(text()).toContain('Filtrer (1 choix)');
    await button('Tout montrer').click();
    expect(titles()).toHaveLength(2);
    await page.getByLabelText('Issue').selectOptions('R6');
    expect(titles()).toEqual(['Enfant Nana']);
  });

  it('says on paper which part of it is printed', async () => {
    await phone.open({ name: 'register' });
    let paper = '';
    vi.spyOn(globalThis, 'print').mockImplementation(() => {
      paper = (phone.place.querySelector('.register__paper')?.textContent ?? '').replace(/\s+/g, ' ');
    });
    await page.getByText('Filtrer').click();
    await page.getByLabelText('Village').selectOptions('Kabé');
    await button('Imprimer').click();
    await expect.poll(() => paper).toContain('1 enfant en suivi · Village : Kabé');
    expect(paper).not.toContain('Enfant Awa');
  });

  it('opens a family', async () => {
    await phone.open({ name: 'register' });
    await button(/Enfant Awa/).click();
    expect(route.value).toEqual({ name: 'family', family: 'quiet' });
  });

  it('prints every line as a table, says "at least" there too, and notes it in the log', async () => {
    await phone.open({ name: 'register' });
    let paper = '';
    vi.spyOn(globalThis, 'print').mockImplementation(() => {
      paper = phone.place.querySelector('.register__paper')?.textContent ?? '';
    });
    await button('Tous').click();
    await button('Imprimer').click();
    await expect.poll(() => paper).toMatch(/2026-TABLET-\d{4}/);
    expect(paper).toContain('CSCom de Sanankoroba');
    expect(paper).toContain('Incomplet – au moins modéré');
    // A phone captures the page long after `print` has returned.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(phone.place.querySelector('.register__paper')?.textContent).toBe(paper);
    await button('En suivi').click();
    await expect.poll(() => phone.place.querySelector('.register__paper')).toBeNull();
    const events = await phone.workspace.session.audit.list();
    expect(events).toContainEqual(expect.objectContaining({ kind: 'register-printed', detail: { lines: 3 } }));
  });
});

describe('her month', () => {
  const figure = (label: string): string =>
    [...phone.place.querySelectorAll('.month__figure')].find((line) => line.textContent?.startsWith(label))
      ?.textContent ?? '';

  it('shows each figure with what it is a share of, and says what cannot be worked out', async () => {
    await phone.open({ name: 'month' });
    expect(text()).toContain('mars 2026');
    await button('Tout le centre').click();
    expect(figure('Dépistages positifs')).toContain('pas calculable');
    expect(figure('Dépistages positifs')).toContain('aucun dépistage ce mois-ci');
    await button('Mois précédent').click();
    await button('Mois précédent').click();
    expect(text()).toContain('janvier 2026');
    expect(figure('Dépistages')).toBe('Dépistages4');
    expect(figure('Dépistages positifs évalués à temps')).toContain('3 sur 4');
    await expect.element(button('Mois précédent')).toBeDisabled();
  });

  it('is hers alone first: of what others did it counts nothing', async () => {
    await phone.open({ name: 'month' });
    await button('Mois précédent').click();
    await button('Mois précédent').click();
    expect(figure('Dépistages')).toBe('Dépistages0');
  });

  it('opens a figure to the families behind it', async () => {
    await phone.open({ name: 'month' });
    await button('Tout le centre').click();
    await button('Mois précédent').click();
    await button('Mois précédent').click();
    await page.getByText('Dépistages positifs évalués à temps').click();
    await expect.poll(titles).toEqual(['Awa', 'Nana', 'Sira', 'Kadi']);
    expect(text()).toContain('Évaluation en retard ou pas faite');
    await button(/^Kadi/).click();
    expect(route.value).toEqual({ name: 'family', family: 'never' });
  });
});

it.each([
  ['fr', 360],
  ['en', 320],
  ['mirror', 320],
] as const)('neither has a fault in %s at %i px', async (locale, width) => {
  for (const name of ['register', 'month'] as const) {
    await phone.open({ name });
    await page.viewport(width, 740);
    await phone.speak(locale);
    for (const summary of phone.place.querySelectorAll<HTMLElement>('summary')) summary.click();
    expect(overflowing(phone.place)).toEqual([]);
    expect(await axeFaults(phone.place)).toEqual([]);
    await phone.speak('fr');
  }
});
