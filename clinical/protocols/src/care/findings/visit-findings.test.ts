import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/mami.ts';
import { assessedBase, assessedVignettes } from '../../../test/mami-cases.ts';
import { explain, headline } from '../../explain/explain.ts';
import { type VisitFindings, visitFindings } from './visit-findings.ts';

const found = (base: string, given: Readonly<Record<string, unknown>> = {}, language: 'fr' | 'en' = 'fr') =>
  visitFindings(assessedBase(base, given), language, mami);

const well = 'well_boy_10_weeks';
const rows = ({ reasons }: VisitFindings): readonly string[] => reasons.map(({ row }) => row);

describe('what a visit found', () => {
  it('says the class with its shape and word, and that danger signs are answered', () => {
    expect(found(well)).toMatchObject({
      pairClass: 'low',
      headline: { shape: '●', text: 'Risque faible', floor: false },
      dangerAnswered: true,
      incomplete: false,
      urgent: false,
      missing: [],
      refused: [],
    });
  });

  it('never lets a class stand alone while a danger sign is unanswered', () => {
    expect(found(well, { d_convulsion: null, weight_g: 4200 })).toMatchObject({
      headline: { text: 'Incomplet – au moins modéré', floor: true },
      dangerAnswered: false,
    });
    expect(found(well, { d_convulsion: null }).headline).toEqual({ shape: '○', text: 'Incomplet', floor: true });
  });

  it('gives each reason with its row, its values, its source, and whether a clinician has yet to approve it', () => {
    const reason = found(well, { d_feed: 'none' }).reasons.find(({ row }) => row === 'MAMI.DT.05.01');
    expect(reason).toMatchObject({
      table: 'child_danger',
      part: 'infant',
      text: "L'enfant ne peut pas boire ni téter, nez dégagé.",
      status: 'sourced',
      aValider: false,
    });
    expect(reason?.values).toContainEqual({ name: 'd_feed', label: "L'enfant tète ou boit", value: 'Pas du tout' });
    const ours = found(well, { muac_mm: 104 }).reasons.find(({ row }) => row === 'MAMI.DT.07.04');
    expect(ours).toMatchObject({ part: 'nutrition', aValider: true, source: 'à valider par un clinicien' });
  });

  it('names what is missing by the first question that would end it', () => {
    expect(found(well, { weight_g: null, phq2: null, m_visual: null }).missing).toEqual([
      { element: 'weight_g', text: "Le poids manque : pesez l'enfant.", why: 'non renseigné' },
      expect.objectContaining({ element: 'phq2' }),
      expect.objectContaining({ element: 'm_visual' }),
    ]);
    expect(found(well, { oedema: 'not_assessed' }).missing[0]).toMatchObject({
      element: 'oedema',
      why: 'non recherché',
    });
  });

  it('names values that cannot be', () => {
    expect(found(well, { weight_g: 33_000 }).refused).toEqual([
      { element: 'weight_g', text: expect.stringContaining('33000') },
    ]);
  });

  it('puts what cannot wait first: care before departure, then the referral', () => {
    const { urgent, preReferral, actions } = found(well, { d_convulsing_now: true });
    expect(urgent).toBe(true);
    expect(preReferral).toEqual(expect.arrayContaining(['CONVULSION_CARE', 'KEEP_WARM', 'FIRST_ANTIBIOTIC']));
    const order = actions.map(({ urgency }) => (urgency === null ? 2 : { now: 0, today: 1 }[urgency]));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(actions[0]).toMatchObject({ urgency: 'now', title: expect.stringMatching(/.{5}/), kind: 'refer' });
  });

  it('treats a mother in danger as urgent, whatever the infant', () => {
    expect(found(well, { m_bleeding: true }).urgent).toBe(true);
    expect(
      found(well, { phq1: 3, phq2: 3, sh_thoughts: true, sh_plan: true, sh_intent: true, sh_when: 'today' }),
    ).toMatchObject({
      escalation: [expect.objectContaining({ trigger: 'suicide', action: 'suicide_protocol' }), expect.anything()],
    });
  });

  it('proposes the soonest of the visits that are asked for, with the rule that asks', () => {
    expect(found('followed_boy_10_weeks', { f1: false, feed_after_help: 'persists' }).next).toMatchObject({
      days: 2,
      on: '2026-03-03',
      row: 'MAMI.DT.29.01',
      text: expect.stringContaining('2'),
    });
    expect(found(well).next).toBeNull();
  });

  it('proposes enrolment with its reasons, the place of care, and the outcome of a review', () => {
    expect(found(well, { weight_g: 4200 })).toMatchObject({
      enrolment: { proposal: 'enrol', reasons: expect.arrayContaining(['waz']), row: 'MAMI.DT.25.06' },
      setting: { code: 'outpatient' },
      outcome: null,
    });
    expect(found('review_boy_185_days').outcome).toMatchObject({ code: 'R1', service: 'growth_monitoring' });
  });

  it('concludes a screen as a screen: no class, its own result and reasons', () => {
    const screen = { visit_type: 'screening', screen_date: '2026-03-01', sc1: false, sc2: true };
    expect(found(well, screen)).toMatchObject({
      pairClass: null,
      screen: { result: 'positive' },
      missing: [],
      urgent: false,
    });
    expect(found(well, screen).reasons.every(({ part }) => part === 'screen')).toBe(true);
    expect(found(well, { ...screen, sc1: true })).toMatchObject({ urgent: true, headline: { shape: '▲' } });
  });

  it('says which class is acted on when the worker put hers in place', () => {
    expect(found(well).override).toBeNull();
    expect(found(well, { override_class: 'high' }).override).toMatchObject({ chosen: 'high', workingClass: 'high' });
    expect(found(well, { weight_g: 4200, override_class: 'low' }).override).toMatchObject({
      chosen: 'low',
      workingClass: 'moderate',
      row: 'MAMI.DT.33.03',
    });
  });

  it('marks what was told in confidence: mood, violence, HIV; nothing else', () => {
    const { reasons } = found(well, { violence: 'yes', hiv: 'positive', phq1: 2, phq2: 2, weight_g: 4200 });
    const confided = reasons.filter((reason) => reason.confided).map(({ row }) => row);
    expect(confided.some((row) => row.startsWith('MAMI.DT.14'))).toBe(true);
    expect(confided.some((row) => row.startsWith('MAMI.DT.18'))).toBe(true);
    expect(confided.some((row) => row.startsWith('MAMI.DT.16'))).toBe(true);
    expect(confided).not.toContain('MAMI.DT.07.02');
  });

  it('keeps what later visits and lists read, a reading in use only where several were taken', () => {
    expect(found(well).kept).toMatchObject({
      waz: -0.05,
      feeding_class: 'effective',
      growth_class: expect.any(String),
    });
    expect(found(well).kept).not.toHaveProperty('weight_used_g');
    expect(found(well, { weight_2_g: 5850 }).kept).toMatchObject({ weight_used_g: 5825 });
  });

  it('speaks English as completely', () => {
    const english = found(well, { weight_g: 4200, d_convulsion: null }, 'en');
    expect(english.headline.text).toBe('Incomplete – at least moderate');
    expect(JSON.stringify(english)).not.toMatch(/poids|enfant|nourrisson|mère/i);
  });
});

describe('for every worked case', () => {
  const cases = assessedVignettes();

  it('the screen and the text of `denba assess` tell the same class and the same reasons', () => {
    for (const assessment of cases.slice(0, 150)) {
      const findings = visitFindings(assessment, 'fr', mami);
      if (findings.screen !== null) continue;
      const text = explain(assessment, 'fr', mami);
      expect(`${findings.headline.shape} ${findings.headline.text}`).toBe(headline(assessment, 'fr'));
      for (const row of rows(findings)) expect(text).toContain(`${row} `);
    }
  });

  it('a row that awaits approval is never given to its source', () => {
    for (const assessment of cases) {
      for (const { aValider, source, status } of visitFindings(assessment, 'fr', mami).reasons) {
        expect(aValider).toBe(status === 'default');
        expect(source.startsWith('source :')).toBe(status === 'sourced');
      }
    }
  });
});
