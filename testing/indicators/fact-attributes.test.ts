/**
 * `facts/fact-attributes.ts` lists the attributes that content may read. The list is exact: no fact has an attribute
 * that is not listed, whatever happens to a family, and every listed attribute is given by a worked example or by the
 * family below.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import { factAttributes } from '@denba/indicators/facts/fact-attributes';
import { formKey } from '@denba/records/form-definition';
import { forms } from '@denba/records/form-registry';
import { personId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { arbitraryLife } from '@denba/scenario/arbitraries';
import { arbitraryCareLife } from '@denba/scenario/arbitrary-care';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, mamiRules } from './figure-of-example.ts';
import { readWorkedExample } from './read-worked-example.ts';

const folder = fileURLToPath(new URL('../../indicators/examples/', import.meta.url));
const exampleFacts = readdirSync(folder).flatMap((file): readonly CountedFact[] => {
  const reading = readWorkedExample(file, readFileSync(`${folder}${file}`, 'utf8'));
  return reading.ok ? factsOf(reading.example) : [];
});

/** A family with every attribute: worked examples do not contain attributes that no indicator reads yet. */
const toldInFull = (() => {
  const zs = { waz: -1, wlz: -1, laz: -1, hcz: -1, growth_class: 'adequate' };
  const findings = {
    ...{ ...zs, pairClass: 'moderate', feeding_class: 'problem', mh_result: 'positive' },
    enrolment: { reasons: ['waz'] },
  };
  const seen = {
    ...{ findings, displaced: true, vaccination: 'late', bf_status: 'mixed', hiv_exposed: 'yes', hiv_test: 'pending' },
    ...{ prophylaxis: 'yes', mh_instrument: 'PHQ9', sh_thoughts: true, suicide_action: 'same_day_plan' },
  };
  return family('oumou')
    .mother({ on: '2025-08-01' })
    .pregnant()
    .bears({ on: '2025-09-12', as: 'birth' })
    .saves(
      formKey(forms['pregnancy-end']),
      personId('oumou-mother'),
      { pregnancy: 'oumou-pregnancy-0', pregnancy_outcome: 'miscarriage' },
      { on: '2025-08-01' },
    )
    .weighed({ on: '2025-10-01', findings: zs })
    .weighed({ on: '2025-11-01', findings: zs })
    .caregiver('oumou-aunt', { on: '2025-11-02' })
    .refuses('referral', { on: '2025-11-03' })
    .assessed({ ...seen, on: '2025-12-01', enrolment_decision: 'enrolled', visit_type: 'assessment', reviewed: false })
    .traced('found', { on: '2025-12-20', tracing_by: 'call' })
    .visit({ ...seen, on: '2026-03-12', visit_type: 'review', reviewed: true })
    .transferred('temporary', { on: '2026-03-13', referral_to: 'hiv', to_facility_id: 'csref-1' })
    .exits('R1', { on: '2026-03-14' });
})();

const allFacts = [...exampleFacts, ...countedFacts(timelineOf(toldInFull), mamiRules)];

const unlisted = (facts: readonly CountedFact[]) =>
  facts.flatMap(({ kind, attributes }) =>
    Object.keys(attributes)
      .filter((name) => !factAttributes[kind]?.includes(name))
      .map((name) => `${kind} ${name}`),
  );

describe('the list of what facts say', () => {
  it('has every kind and every attribute that a life can give', () => {
    expect([...new Set(unlisted(allFacts))]).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(arbitraryCareLife(), arbitraryLife()), (life) => {
        const facts = countedFacts(foldTimeline(life.id, life.entries), mamiRules);
        expect(facts.filter(({ kind }) => factAttributes[kind] === undefined)).toEqual([]);
        expect(unlisted(facts)).toEqual([]);
      }),
    );
  });

  it('has nothing that neither an example nor a family told in full gives', () => {
    const given = new Set(
      allFacts.flatMap(({ kind, attributes }) =>
        Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [`${kind} ${name}`])),
      ),
    );
    const kinds = new Set(allFacts.map(({ kind }) => kind));
    const listed = Object.entries(factAttributes).flatMap(([kind, names]) => names.map((name) => `${kind} ${name}`));
    expect(Object.keys(factAttributes).filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(listed.filter((name) => !given.has(name))).toEqual([]);
  });
});
