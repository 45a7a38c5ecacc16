import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mami, mamiAssessor } from '../../../test/mami.ts';
import { assessedVignettes } from '../../../test/mami-cases.ts';
import { simulatedAssessments } from '../../../test/simulated-assessments.ts';
import type { Assessment } from '../../assess/assessment.ts';
import { headlineOf } from '../../explain/headline.ts';
import { emergingFindings } from './emerging-findings.ts';
import { visitFindings } from './visit-findings.ts';

/** The result computed the long way, from the complete findings and all values. */
const fromTheWhole = (assessment: Assessment, language: 'fr' | 'en') => {
  const { actions, screen } = visitFindings(assessment, language, mami);
  const { values } = assessment;
  const isScreen = (values['screen_date'] ?? null) !== null;
  const referred = actions.some(({ urgency, kind }) => urgency === 'now' && kind === 'refer');
  return {
    urgent: referred || screen?.result === 'urgent',
    ...(isScreen ? {} : { pairClass: values['pair_class'], headline: headlineOf(values, language) }),
  };
};

const agrees = (assessment: Assessment): void => {
  for (const language of ['fr', 'en'] as const) {
    expect(emergingFindings(assessment, language, mami)).toMatchObject(fromTheWhole(assessment, language));
    // The assessment as read from storage, without the graph state behind it.
    const stored = JSON.parse(JSON.stringify(assessment)) as Assessment;
    expect(emergingFindings(stored, language, mami)).toEqual(emergingFindings(assessment, language, mami));
  }
};

const recorded = simulatedAssessments('emerging', 12);
const signs = mami.elements.filter(({ type }) => type === 'boolean').map(({ name }) => name);

describe('what stands on every step of a visit', () => {
  it('is what the whole of the findings says, in every worked case', () => {
    const assessed = assessedVignettes();
    expect(assessed.length).toBeGreaterThan(100);
    expect(assessed.some((one) => emergingFindings(one, 'fr', mami).urgent)).toBe(true);
    expect(assessed.some((one) => !emergingFindings(one, 'fr', mami).urgent)).toBe(true);
    assessed.forEach(agrees);
  });

  it('is so whatever is found in any infant, sign by sign', () => {
    const found = fc.dictionary(fc.constantFrom(...signs), fc.constantFrom(true, false, null), { maxKeys: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...recorded), found, ({ inputs }, answers) => {
        const before = mamiAssessor.assess(inputs);
        agrees(before);
        agrees(mamiAssessor.reassess(before, answers));
      }),
      { numRuns: 60 },
    );
  });
});
