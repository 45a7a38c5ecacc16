/** The actions of a rapid screen: it sorts; it does not classify, enrol, or agree on follow-up visits. */
import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { family } from '@denba/scenario/family-life';
import { describe, expect, it } from 'vitest';
import { keita, mami, visitOf } from '../../../test/mami.ts';
import { answerAndAssess } from '../visit/visit-state.ts';
import { visitFindings } from './visit-findings.ts';

const nothingFound = {
  contact_point: 'vaccination',
  site_level: 'clinic',
  dob_precision: 'exact',
  sc1: false,
  sc7: false,
  sc2: false,
  sc3: false,
  sc4: false,
  sc5: false,
  sc8: false,
  phq1: 0,
  phq2: 0,
};

const wellBorn = family('diarra').mother().bears({ on: '2026-01-05', birth_weight_g: 3200 });

/**
 * Answers to the screen for the child of family Keita, who was born small, so that an assessment would propose
 * enrolment.
 */
const screened = (answers: Readonly<Record<string, Input>>, life = keita) => {
  const state = Object.entries(answers).reduce(
    (each, [path, input]) => answerAndAssess(each, path, input),
    visitOf(life, 'rapid-screen', localDate('2026-03-20')),
  );
  const { screen, actions } = visitFindings(state.assessment, 'fr', mami);
  return { result: screen?.result, actions: actions.map(({ code }) => code) };
};

const ofAnAssessment = ['COMPLETE_ITEMS', 'ENROL', 'WATCH', 'AGREE_NEXT_VISIT'];

describe('what a rapid screen asks for', () => {
  it('when every question has its answer and one is yes: the assessment, and nothing that only it can decide', () => {
    const { result, actions } = screened({ ...nothingFound, sc2: true });
    expect(result).toBe('positive');
    expect(actions).toContain('FULL_ASSESSMENT');
    expect(actions.filter((code) => ofAnAssessment.includes(code))).toEqual([]);
  });

  it('when an answer is missing and none is yes: to complete it', () => {
    const { sc4, ...rest } = nothingFound;
    const { result, actions } = screened(rest, wellBorn);
    expect(result).toBe('incomplete');
    expect(actions.filter((code) => ofAnAssessment.includes(code))).toEqual(['COMPLETE_ITEMS']);
  });

  it('when nothing was found: nothing of these', () => {
    const { result, actions } = screened(nothingFound, wellBorn);
    expect(result).toBe('negative');
    expect(actions.filter((code) => ofAnAssessment.includes(code))).toEqual([]);
  });
});
