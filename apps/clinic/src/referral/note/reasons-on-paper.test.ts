import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { givenInputs } from '@denba/protocols/vignettes/given-inputs';
import type { JsonObject } from '@denba/records/canonical-json';
import { describe, expect, it } from 'vitest';
import { mami, mamiAssessor, mamiSource } from '../../../../../clinical/protocols/test/mami.ts';
import { proposeReferral } from '../refer/referral-proposal.ts';
import { reasonsOnPaper } from './reasons-on-paper.ts';

const given = (over: JsonObject): JsonObject => {
  const made = givenInputs({ base: 'well_boy_10_weeks', given: over }, mamiSource.bases);
  if (made.kind !== 'given') throw new Error('no such base');
  return made.given as JsonObject;
};

const onPaper = (over: JsonObject, language: 'fr' | 'en' = 'fr') => {
  const answers = given(over);
  return reasonsOnPaper(visitFindings(mamiAssessor.assess(answers), language, mami), answers, mami);
};

const phq = (each: number): JsonObject =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => [`phq${item}`, each]));

const confided: readonly (readonly [what: string, over: JsonObject, code: string, words: RegExp])[] = [
  ['a low mood', { phq1: 3, phq2: 3 }, 'mood', /moral|PHQ|triste|dépress/i],
  ['a depression', { ...phq(2), phq9: 0 }, 'mood', /moral|PHQ|triste|dépress/i],
  ['thoughts of harming herself', { phq1: 3, phq2: 3, phq9: 2 }, 'self_harm', /mal|mourir|danger immédiat/i],
  ['HIV', { hiv: 'positive', art: 'no' }, 'hiv', /VIH|antirétro|PTME/i],
  ['violence', { violence: 'yes' }, 'violence', /violence/i],
];

describe('what a mother confided', () => {
  it.each(confided)('(%s) is never a sentence on paper, and is known as a code', (_, over, code, words) => {
    for (const language of ['fr', 'en'] as const) {
      const { reasons, dangerSigns, confided: codes } = onPaper(over, language);
      expect([...reasons, ...dangerSigns].filter((text) => words.test(text))).toEqual([]);
      expect(codes).toContain(code);
    }
  });

  it('makes the note say that she is to be seen, and not why', () => {
    expect(onPaper({ violence: 'yes' }).motherToSee).toBe(true);
    expect(onPaper({}).motherToSee).toBe(false);
  });

  it('is not read off her face either', () => {
    expect(onPaper({ f13: true }).reasons.join(' ')).not.toMatch(/triste|malade/);
  });

  it('leaves nothing of her life at home on paper', () => {
    const { reasons, dangerSigns } = onPaper({
      social_support: 'none',
      food_insecurity: 'severe',
      isolated: true,
      mother_age: 15,
      mother_unable: true,
    });
    expect([...reasons, ...dangerSigns].filter((text) => /mère|maison|mineure/i.test(text))).toEqual([]);
  });
});

describe('the reasons of a note', () => {
  it('are danger signs first, then what was found on the infant, each once', () => {
    const { dangerSigns, reasons } = onPaper({ d_feed: 'none', weight_g: 3900, muac_mm: 105, f2: false });
    expect(dangerSigns).toEqual(["L'enfant ne peut pas boire ni téter, nez dégagé."]);
    expect(reasons.some((text) => text.startsWith('P/A'))).toBe(true);
    expect(reasons.some((text) => text.startsWith('PB'))).toBe(true);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('have room for five on the note, of every part before a third of the same', () => {
    const { heaviest, reasons } = onPaper({
      ...{ temp_c: 38.6, fever_reported: true, cough: true, resp_rate: 56, pallor: 'some', diarrhoea: true },
      ...{ diarrhoea_days: 3, restless: true, eyes_sunken: true, pinch: 'slow', weight_g: 3900, muac_mm: 105 },
    });
    expect(reasons.length).toBeGreaterThan(5);
    expect(heaviest).toHaveLength(5);
    expect(heaviest.filter((text) => /^(P\/A|P\/T|PB) /.test(text))).toHaveLength(2);
  });

  it("keep the danger signs of the mother's body", () => {
    expect(onPaper({ m_bleeding: true }).dangerSigns).toEqual(['La mère a un saignement vaginal anormal.']);
  });
});

describe('a referral', () => {
  const proposal = (over: JsonObject) => {
    const answers = given(over);
    return proposeReferral(visitFindings(mamiAssessor.assess(answers), 'fr', mami), answers, mami).form;
  };

  it('of an infant with a danger sign goes to hospital at once, with care before departure', () => {
    const form = proposal({ d_feed: 'none' });
    expect(form).toMatchObject({ who: 'infant', place: 'inpatient', urgent: true, decision: 'goes' });
    expect(form.care.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['KEEP_WARM', 'PREVENT_LOW_SUGAR', 'REFERRAL_LETTER']),
    );
    expect(form.care.every(({ given: done }) => done === null)).toBe(true);
  });

  it('of a mother who bleeds is hers', () => {
    expect(proposal({ m_bleeding: true })).toMatchObject({ who: 'mother', place: 'maternal', motherToSee: true });
  });

  it('without a visit proposes the hospital, the care that every departure needs, and no reason', () => {
    const { form } = proposeReferral(null, {}, mami);
    expect(form).toMatchObject({ place: 'inpatient', urgent: null, reasons: [], dangerSigns: [] });
    expect(form.care.length).toBeGreaterThan(2);
  });

  it('takes over what was ticked on the result', () => {
    const answers = given({ d_feed: 'none' });
    const findings = visitFindings(mamiAssessor.assess(answers), 'fr', mami);
    const { care } = proposeReferral(findings, answers, mami, ['KEEP_WARM']).form;
    expect(care.filter(({ given: done }) => done === true).map(({ action }) => action)).toEqual(['KEEP_WARM']);
  });
});
