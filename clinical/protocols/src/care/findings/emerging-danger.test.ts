import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mami, mamiAssessor } from '../../../test/mami.ts';
import { assessedVignettes } from '../../../test/mami-cases.ts';
import { simulatedAssessments } from '../../../test/simulated-assessments.ts';
import type { Assessment } from '../../assess/assessment.ts';
import { dangerTables, emergingDanger } from './emerging-danger.ts';
import { inConfidence } from './told-in-confidence.ts';
import { visitFindings } from './visit-findings.ts';

const languages = ['fr', 'en'] as const;

/** The result computed the long way, from the complete findings. */
const fromTheWhole = (assessment: Assessment, language: 'fr' | 'en') => {
  const { open } = inConfidence(visitFindings(assessment, language, mami));
  return {
    signs: open.reasons.filter(({ table }) => dangerTables.has(table)).map(({ text }) => text),
    care: open.actions.filter(({ code }) => open.preReferral.includes(code)),
  };
};

/** The short way is computed first, before anything of the assessment has been cached. */
const agrees = (assessment: Assessment): void => {
  const short = languages.map((language) => emergingDanger(assessment, language, mami));
  expect(short).toEqual(languages.map((language) => fromTheWhole(assessment, language)));
  const stored = JSON.parse(JSON.stringify(assessment)) as Assessment;
  expect(languages.map((language) => emergingDanger(stored, language, mami))).toEqual(short);
};

const recorded = simulatedAssessments('danger', 12);
const signs = mami.elements.filter(({ type }) => type === 'boolean').map(({ name }) => name);

describe('what the danger banner says', () => {
  it('is what the whole of the findings says openly, in every worked case', () => {
    const assessed = assessedVignettes();
    const said = assessed.map((one) => emergingDanger(one, 'fr', mami));
    expect(said.filter((one) => one.signs.length > 0).length).toBeGreaterThan(10);
    expect(said.filter(({ care }) => care.length > 0).length).toBeGreaterThan(10);
    assessed.forEach(agrees);
  });

  it('is so whatever is found in any infant, sign by sign', () => {
    const found = fc.dictionary(fc.constantFrom(...signs), fc.constantFrom(true, false, null), { maxKeys: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...recorded), found, ({ inputs }, answers) => {
        agrees(mamiAssessor.reassess(mamiAssessor.assess(inputs), answers));
      }),
      { numRuns: 60 },
    );
  });

  it('names no sign that was told in confidence', () => {
    const told = assessedVignettes().map((one) => ({ one, findings: visitFindings(one, 'fr', mami) }));
    const secrets = told.flatMap(({ one, findings }) =>
      findings.reasons
        .filter(({ confided }) => confided)
        .map(({ text }) => emergingDanger(one, 'fr', mami).signs.includes(text)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets).not.toContain(true);
  });
});
