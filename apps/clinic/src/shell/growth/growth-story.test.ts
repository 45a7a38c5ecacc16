import { createAssessor } from '@denba/protocols/assess/create-assessor';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { protocolFiles } from '../../../build/protocol-plugin.ts';
import { doubts } from './doubts.ts';
import { growthIndexes } from './growth-index.ts';
import { growthRules, growthStory } from './growth-story.ts';

const mami = compileProtocol(readProtocol(protocolFiles()).source).compiled;
const rules = growthRules(mami);
const story = (life: FamilyLife, child = life.childId()) => growthStory(timelineOf(life), child, rules);
const weights = (life: FamilyLife, child?: ReturnType<FamilyLife['childId']>) =>
  story(life, child).points.weight.map(({ value, from }) => [from, value]);

const keita = family('keita').mother().bears({ on: '2026-01-05', birth_weight_g: 2100 });
const small = family('small')
  .mother()
  .bears({ on: '2026-01-05', birth_weight_g: 1500, gestational_age_days: 32 * 7, birth_length_cm: 41 });

describe('the points of a growth chart', () => {
  it('are the birth, every visit, the weight of a discharge and the weight on the card, by day', () => {
    const life = keita
      .visit({ on: '2026-02-10', weight_g: 3100, card_weight_g: 2600, card_weight_date: '2026-01-26' })
      .counterReferred({ on: '2026-02-25', discharged_on: '2026-02-24', weight_g: 3250 })
      .weighed({ on: '2026-01-19', weight_g: 2400 });
    expect(weights(life)).toEqual([
      ['birth', 2.1],
      ['visit', 2.4],
      ['card', 2.6],
      ['visit', 3.1],
      ['hospital', 3.25],
    ]);
  });

  it('carry the z-scores that the protocol gives at the visit', () => {
    const life = keita.visit({ on: '2026-03-09', weight_g: 4105, length_cm: 53.5, head_cm: 37.1, muac_mm: 112 });
    const visit = createAssessor(mami).assess({
      ...{ sex: 'F', birth_date: '2026-01-05', visit_date: '2026-03-09', measured: 'lying', oedema: 'none' },
      ...{ weight_g: 4105, length_cm: 53.5, head_cm: 37.1, muac_mm: 112 },
    });
    const { points } = story(life);
    expect(points.weight.at(-1)?.z).toBe(visit.value('waz'));
    expect(points.length.at(-1)?.z).toBe(visit.value('laz'));
    expect(points['weight-for-length'].at(-1)?.z).toBe(visit.value('wlz'));
    expect(points.head.at(-1)?.z).toBe(visit.value('hcz'));
    expect(points.weight.at(-1)?.z).toBe(-1.78);
  });

  it('stand where the chart has them: kilograms, centimetres, millimetres, length under weight', () => {
    const life = keita.visit({ on: '2026-02-09', weight_g: 3000, length_cm: 51, head_cm: 36, muac_mm: 108 });
    const last = (index: (typeof growthIndexes)[number]) => story(life).points[index].at(-1);
    expect([last('weight')?.value, last('length')?.value, last('head')?.value, last('muac')?.value]).toEqual([
      3, 51, 36, 108,
    ]);
    expect([last('weight-for-length')?.lengthCm, last('weight-for-length')?.value]).toEqual([51, 3]);
    expect(last('weight')?.ageDays).toBe(35);
  });

  it('take the mean of two weights that agree, and the third where they do not', () => {
    const agree = keita.visit({ on: '2026-02-09', weight_g: 3000, weight_2_g: 3010 });
    expect(weights(agree).at(-1)).toEqual(['visit', 3.005]);
    const apart = keita.visit({ on: '2026-02-09', weight_g: 3000, weight_2_g: 3300, weight_3_g: 3280 });
    expect(weights(apart).at(-1)).toEqual(['visit', 3.28]);
  });

  it('read what a correction says, and not what was withdrawn', () => {
    const life = keita
      .visit({ on: '2026-02-09', weight_g: 3000, as: 'first' })
      .visit({ on: '2026-02-16', weight_g: 5210, as: 'swapped' })
      .visit({ on: '2026-02-23', weight_g: 9000, as: 'not hers' })
      .corrects('swapped', { weight_g: 3210 }, 'digits swapped')
      .withdraws('not hers', 'another child');
    expect(weights(life)).toEqual([
      ['birth', 2.1],
      ['visit', 3],
      ['visit', 3.21],
    ]);
  });

  it('move with a corrected day', () => {
    const moved = keita.visit({ on: '2026-02-09', weight_g: 3000, as: 'visit' });
    const corrected = moved.saves('correction@1', null, {
      corrects: moved.entry('visit').id,
      occurred_on: '2026-02-02',
      reason: 'written on the wrong line',
    });
    expect(story(corrected).points.weight.at(-1)).toMatchObject({ on: '2026-02-02', ageDays: 28 });
  });

  it('of twins are kept apart, also when one visit was of the other', () => {
    const twins = family('twins').mother().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    const [first, second] = ['twins-child-1', 'twins-child-2'].map((id) => twins.childId(id));
    const life = twins
      .visit({ on: '2026-02-02', child: 'twins-child-1', weight_g: 3300 })
      .visit({ on: '2026-02-02', child: 'twins-child-2', weight_g: 2900, as: 'second' });
    expect(weights(life, first)).toEqual([
      ['birth', 2.3],
      ['visit', 3.3],
    ]);
    expect(weights(life, second)).toEqual([
      ['birth', 2.15],
      ['visit', 2.9],
    ]);
    const turned = life.saves('correction@1', null, {
      corrects: life.entry('second').id,
      subject: 'twins-child-1',
      reason: 'wrong twin',
    });
    expect(weights(turned, second)).toEqual([['birth', 2.15]]);
    expect(weights(turned, first).length).toBe(3);
  });

  it('show a weight with oedema without a z-score, marked', () => {
    const life = keita.visit({ on: '2026-03-09', weight_g: 4105, length_cm: 53.5, oedema: 'plus1' });
    const { points } = story(life);
    expect(points.weight.at(-1)).toMatchObject({ oedema: true, z: null, value: 4.105 });
    expect(points['weight-for-length'].at(-1)).toMatchObject({ oedema: true, z: null });
    expect(points.length.at(-1)).toMatchObject({ oedema: false, z: -1.85 });
  });

  it('leave out what cannot be: before birth, beyond what a scale can say, without a birth date', () => {
    expect(weights(keita.visit({ on: '2026-01-01', weight_g: 2000 }))).toEqual([['birth', 2.1]]);
    expect(weights(keita.visit({ on: '2026-02-01', weight_g: 41050 }))).toEqual([['birth', 2.1]]);
    const undated = family('undated').mother().weighed({ on: '2026-02-01' });
    expect(growthIndexes.map((index) => story(undated).points[index].length)).toEqual([0, 0, 0, 0, 0]);
  });

  it('stay without z when the sex is unknown', () => {
    const life = family('x')
      .mother()
      .bears({ on: '2026-01-05', sex: null })
      .visit({ on: '2026-02-09', weight_g: 3000 });
    expect(story(life)).toMatchObject({ sex: null, points: { weight: [{ z: null }, { z: null, value: 3 }] } });
  });
});

describe('doubtful points', () => {
  const first = keita.visit({ on: '2026-02-02', weight_g: 3000, length_cm: 52, muac_mm: 110, as: 'before' });

  it('are those that the protocol asks to take again or to confirm', () => {
    const life = first.visit({ on: '2026-02-09', weight_g: 2400, length_cm: 50, muac_mm: 125 });
    const { points } = story(life);
    expect(growthIndexes.filter((index) => points[index].at(-1)?.doubtful)).toEqual([
      'weight',
      'length',
      'weight-for-length',
      'muac',
    ]);
    expect(points.weight.at(-2)?.doubtful).toBe(false);
  });

  it('are so no longer once she confirmed them, or measured twice', () => {
    const confirmed = first.visit({ on: '2026-02-09', weight_g: 2400, confirmed: { weight_g: ['implausible'] } });
    expect(story(confirmed).points.weight.at(-1)?.doubtful).toBe(false);
    const twice = first.visit({ on: '2026-02-09', weight_g: 2400, weight_2_g: 2400 });
    expect(story(twice).points.weight.at(-1)?.doubtful).toBe(false);
  });

  it('stay so when the z-score itself is flagged, whoever confirmed the weight', () => {
    const life = first.visit({ on: '2026-04-20', weight_g: 2300, confirmed: { weight_g: ['implausible'] } });
    expect(story(life).points.weight.at(-1)).toMatchObject({ z: -6.37, doubtful: true });
  });

  it('are known for every check of the protocol that doubts a measure', () => {
    const checks = mami.tables
      .find(({ name }) => name === 'measurement_checks')
      ?.rows.flatMap(({ outputs }) => (outputs[0]?.kind === 'literal' ? [String(outputs[0].value)] : []));
    const elsewhere = ['sc_conflict', 'exit_too_early', 'review_missing'];
    expect([...new Set(checks)].filter((check) => !elsewhere.includes(check)).sort()).toEqual(
      Object.keys(doubts).sort(),
    );
  });
});

describe('an infant born preterm', () => {
  const life = small
    .visit({ on: '2026-02-09', weight_g: 2300, length_cm: 45, head_cm: 32 })
    .visit({ on: '2026-10-05', weight_g: 7000, length_cm: 66, head_cm: 42 });

  it('has INTERGROWTH scores by post-menstrual age to 64 weeks, beside those of WHO', () => {
    const { points, preterm, gestationalAgeDays } = story(life);
    expect([preterm, gestationalAgeDays]).toEqual([true, 224]);
    const [birth, early, late] = points.weight;
    expect(birth).toMatchObject({ postMenstrualDays: 224, pretermZ: null, sizeCentile: 31.7 });
    expect(early).toMatchObject({ postMenstrualDays: 259, pretermZ: -0.54, z: -4.26 });
    expect(late).toMatchObject({ postMenstrualDays: 497, pretermZ: null, z: -1.33 });
    expect(points.head[2]).toMatchObject({ pretermZ: null });
  });

  it('has a corrected age once the due date has passed', () => {
    const { points } = story(life);
    expect(points.weight.map(({ corrected }) => corrected)).toEqual([null, null, { ageDays: 217, z: -0.77 }]);
    expect(points['weight-for-length'].every(({ corrected }) => corrected === null)).toBe(true);
  });

  it('born early by what the family says has no post-menstrual age', () => {
    const said = family('said')
      .mother()
      .bears({ on: '2026-01-05', gestational_age_days: null, gestation_category: 'preterm' })
      .visit({ on: '2026-02-09', weight_g: 2300 });
    expect(story(said)).toMatchObject({ preterm: true, gestationalAgeDays: null });
    expect(story(said).points.weight.at(-1)).toMatchObject({
      postMenstrualDays: null,
      pretermZ: null,
      corrected: null,
    });
  });
});

describe('what the protocol concluded on growth', () => {
  const enrolled = keita.visit({
    on: '2026-01-26',
    weight_g: 2400,
    findings: { kept: { growth_class: 'cannot_judge' } },
  });

  it('is what was shown at the last weighing', () => {
    const life = enrolled.visit({ on: '2026-02-16', weight_g: 2450, findings: { kept: { growth_class: 'adequate' } } });
    expect(story(life).conclusion).toEqual({ code: 'adequate', on: '2026-02-16', sentence: null });
  });

  it('is concluded by the same rules where nothing was shown', () => {
    expect(story(enrolled.weighed({ on: '2026-02-16', weight_g: 2450 })).conclusion?.code).toBe('poor');
    expect(story(enrolled.weighed({ on: '2026-02-16', weight_g: 3200 })).conclusion).toMatchObject({
      code: 'adequate',
      sentence: { fr: 'Gain de poids suffisant (800\u00a0g en 21\u00a0jours).' },
    });
  });

  it('is concluded anew when the weight was corrected since', () => {
    const life = enrolled
      .visit({ on: '2026-02-16', weight_g: 3200, findings: { kept: { growth_class: 'adequate' } }, as: 'visit' })
      .corrects('visit', { weight_g: 2450 }, 'digits');
    expect(story(life).conclusion?.code).toBe('poor');
  });

  it('is not there before anybody weighed the child', () => {
    expect(story(keita).conclusion).toBeNull();
  });
});
