import { forms } from '@denba/records/form-registry';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { french } from '../../messages/french.ts';
import { historyIcons, historyLine } from './history-words.ts';

const keita = family('keita').mother().bears({ on: '2026-01-05', birth_weight_g: 2100 });
const last = (life: FamilyLife, as: string) => {
  const read = timelineOf(life).history.find(({ entry }) => entry.id === life.entry(as).id);
  if (read === undefined) throw new Error(`no entry ${as}`);
  return historyLine(read, 'fr');
};

describe('a line of the history', () => {
  it('has an icon and a name for every form of the record', () => {
    expect(Object.keys(historyIcons).sort()).toEqual(Object.keys(forms).sort());
    expect(Object.keys(forms).filter((name) => !Object.hasOwn(french, `family.form.${name}`))).toEqual([]);
  });

  it('shows the figures that one looks for, with their units', () => {
    const life = keita.visit({ on: '2026-02-09', weight_g: 3100, length_cm: 51.5, muac_mm: 108, as: 'visit' });
    expect(last(life, 'visit')).toMatchObject({
      form: 'mami-visit',
      figures: ['3100\u00a0g', '51,5\u00a0cm', '108\u00a0mm'],
      corrected: false,
      withdrawn: false,
    });
  });

  it('shows what the entry is read as today', () => {
    const life = keita
      .visit({ on: '2026-02-09', weight_g: 3100, length_cm: null, muac_mm: null, as: 'visit' })
      .corrects('visit', { weight_g: 3010 }, 'digits');
    expect(last(life, 'visit')).toMatchObject({ figures: ['3010\u00a0g'], corrected: true });
    expect(last(life.withdraws('visit', 'another child'), 'visit').withdrawn).toBe(true);
  });

  it('shows the class that was found', () => {
    const life = keita.visit({ on: '2026-02-09', findings: { pairClass: 'moderate' }, as: 'visit' });
    expect(last(life, 'visit').shownClass).toEqual({ code: 'moderate', floor: false, on: '2026-02-09' });
    expect(last(keita.visit({ on: '2026-02-09', as: 'visit' }), 'visit').shownClass).toBeNull();
  });

  it('shows a class as "at least" while danger signs were unanswered, and the class that the worker acted on', () => {
    const floor = { pairClass: 'moderate', headline: { floor: true } };
    expect(last(keita.visit({ on: '2026-02-09', findings: floor, as: 'visit' }), 'visit').shownClass?.floor).toBe(true);
    const raised = { pairClass: 'moderate', override: { chosen: 'high', workingClass: 'high' } };
    expect(last(keita.visit({ on: '2026-02-09', findings: raised, as: 'visit' }), 'visit').shownClass?.code).toBe(
      'high',
    );
  });

  it('keeps a place for what this version does not know', () => {
    const life = keita.saves('home-garden@3', keita.childId(), { beans: 3 }, { as: 'new' });
    expect(last(life, 'new')).toMatchObject({ form: null, icon: 'question', figures: [] });
  });
});
