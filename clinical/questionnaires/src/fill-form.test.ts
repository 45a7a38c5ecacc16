import { describe, expect, it } from 'vitest';
import { calculation, choice, compiledFormOf, element, group, note, question, repeat } from '../test/form-of.ts';
import type { Input } from './answers.ts';
import type { CompiledForm } from './compile-form.ts';
import { addInstance, answer, clear, confirm, type Filling, openForm, removeInstance } from './fill-form.ts';
import type { Circumstances, QuestionState } from './form-state.ts';

const nothing: Circumstances = { given: {}, earlier: {} };

const fill = (form: CompiledForm, answers: Readonly<Record<string, Input>>, circumstances = nothing): Filling => {
  let filling = openForm(form, circumstances);
  for (const [path, input] of Object.entries(answers)) filling = answer(filling, path, input);
  return filling;
};

const at = (filling: Filling, path: string): QuestionState => {
  const found = filling.view.questions.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} is not shown`);
  return found;
};

const shown = (filling: Filling): readonly string[] => filling.view.visible.map(({ path }) => path);

describe('relevance', () => {
  const form = compiledFormOf([
    question('hiv', 'boolean'),
    question('art', 'boolean', { relevant: 'hiv', required: true }),
    question('art_since', 'date', { relevant: 'art' }),
  ]);

  it('shows a question when its condition is true, and not before', () => {
    expect(shown(fill(form, {}))).toEqual(['hiv']);
    expect(shown(fill(form, { hiv: true }))).toEqual(['hiv', 'art']);
    expect(shown(fill(form, { hiv: false }))).toEqual(['hiv']);
  });

  it('names what must be known before an unknown question can be settled', () => {
    expect(fill(form, {}).view.undetermined).toEqual([
      { path: 'art', missing: ['hiv'] },
      { path: 'art_since', missing: ['art'] },
    ]);
    expect(fill(form, { hiv: false }).view.undetermined).toEqual([{ path: 'art_since', missing: ['art'] }]);
  });

  it('keeps the answer of a question that is no longer asked, without counting it', () => {
    const filled = fill(form, { hiv: true, art: true });
    const away = answer(filled, 'hiv', false);
    expect(away.view.values).toMatchObject({ hiv: false, art: null });
    expect(answer(away, 'hiv', true).view).toEqual(filled.view);
  });

  it('does not ask for a required answer that is not relevant', () => {
    expect(fill(form, { hiv: false }).view.complete).toBe(true);
    expect(fill(form, { hiv: true }).view.blocking).toEqual([{ path: 'art', because: 'unanswered' }]);
  });

  it('is inherited from every group around, groups of groups included', () => {
    const nested = compiledFormOf([
      question('breastfed', 'boolean'),
      group('bottle', [group('volumes', [question('rf_ml', 'integer'), note('hygiene')])], 'not(breastfed)'),
    ]);
    expect(shown(fill(nested, { breastfed: true }))).toEqual(['breastfed']);
    expect(shown(fill(nested, { breastfed: false }))).toEqual(['breastfed', 'bottle', 'volumes', 'rf_ml', 'hygiene']);
    expect(fill(nested, {}).view.undetermined).toEqual([{ path: 'bottle', missing: ['breastfed'] }]);
  });

  it('is false inside a group that is not relevant, whatever the item asks', () => {
    const nested = compiledFormOf([
      question('present', 'boolean'),
      group('mother', [question('mood', 'integer', { relevant: 'true' })], 'present'),
    ]);
    expect(fill(nested, { present: false, mood: 2 }).view.values).toEqual({ present: false, mood: null });
  });
});

describe('an answer that says "not known"', () => {
  const form = compiledFormOf([question('oedema', 'code', { required: true })], {
    elements: element('oedema', { type: 'code', values: ['none', 'plus1'], notAssessed: ['not_assessed'] }),
  });

  it('is neither unanswered nor a no', () => {
    expect(at(fill(form, {}), 'oedema').answer).toBe('unanswered');
    expect(at(fill(form, { oedema: 'not_assessed' }), 'oedema')).toMatchObject({ answer: 'notAssessed', value: null });
    expect(at(fill(form, { oedema: 'none' }), 'oedema')).toMatchObject({ answer: 'answered', value: 'none' });
  });

  it('settles a required question and stays unknown to decisions', () => {
    const { view } = fill(form, { oedema: 'not_assessed' });
    expect(view).toMatchObject({ complete: true, next: null, values: { oedema: null } });
  });

  it('cannot be chosen together with another code', () => {
    const several = compiledFormOf([question('problems', 'codes')], {
      elements: element('problems', { type: 'codes', values: ['thrush', 'cleft'], notAssessed: ['unknown'] }),
    });
    expect(at(fill(several, { problems: ['unknown'] }), 'problems').answer).toBe('notAssessed');
    expect(at(fill(several, { problems: ['thrush', 'unknown'] }), 'problems').answer).toBe('refused');
    expect(at(fill(several, { problems: ['cleft', 'thrush'] }), 'problems').value).toEqual(['thrush', 'cleft']);
  });
});

describe('an answer that cannot be', () => {
  const weight = compiledFormOf([question('weight_g', 'integer')], {
    elements: element('weight_g', { unit: 'g', hard: { min: 500, max: 12000 } }),
  });

  it('is refused with the limits and the unit, in both languages', () => {
    const { view } = fill(weight, { weight_g: 33000 });
    expect(view.values).toEqual({ weight_g: null });
    expect(view.blocking).toEqual([{ path: 'weight_g', because: 'refused' }]);
    expect(view.questions[0]?.errors[0]).toMatchObject({ kind: 'outOfLimits', limits: { min: 500, max: 12000 } });
    expect(view.questions[0]?.errors[0]?.message).toEqual({
      fr: '« weight_g (fr) » : 33\u202f000\u00a0g n’est pas possible. La valeur doit être entre 500\u00a0g et 12\u202f000\u00a0g. Vérifiez la mesure et la saisie.',
      en: '“weight_g”: 33,000\u00a0g is not possible. The value must be between 500\u00a0g and 12,000\u00a0g. Check the measurement and the entry.',
    });
  });

  it('is kept as typed, so that it can be corrected', () => {
    expect(at(fill(weight, { weight_g: 33000 }), 'weight_g').input).toBe(33000);
  });

  it('is accepted on the limits themselves', () => {
    expect(fill(weight, { weight_g: 500 }).view.values).toEqual({ weight_g: 500 });
    expect(fill(weight, { weight_g: 12000 }).view.values).toEqual({ weight_g: 12000 });
    expect(fill(weight, { weight_g: 12001 }).view.values).toEqual({ weight_g: null });
  });

  it.each<[string, 'integer' | 'number' | 'boolean' | 'code' | 'codes' | 'date' | 'text', Input]>([
    ['a whole number is not 2.5', 'integer', 2.5],
    ['a number is not a word', 'number', 'trois'],
    ['a number is not infinite', 'number', Number.POSITIVE_INFINITY],
    ['a question asked once takes no second reading', 'number', [1, 2]],
    ['yes or no is not a number', 'boolean', 1],
    ['one code is not several', 'code', ['a', 'b']],
    ['30 February does not exist', 'date', '2026-02-30'],
    ['a text is not a number', 'text', 4],
  ])('%s', (_, type, input) => {
    const filling = fill(compiledFormOf([question('q', type)]), { q: input });
    expect(at(filling, 'q')).toMatchObject({ answer: 'refused', value: null });
  });

  it.each<Input>(['', '  ', []])('is not an empty answer: %j is unanswered', (input) => {
    expect(at(fill(compiledFormOf([question('q', 'text')]), { q: input }), 'q').answer).toBe('unanswered');
  });

  it('is one that breaks a constraint, with the message of the sheet', () => {
    const form = compiledFormOf([
      question('bf_24h', 'integer', { constraint: 'value <= 40', constraintMessage: 'At most 40 feeds a day.' }),
    ]);
    expect(at(fill(form, { bf_24h: 41 }), 'bf_24h').errors).toMatchObject([
      { kind: 'constraint', message: { en: 'At most 40 feeds a day.' } },
    ]);
    expect(fill(form, { bf_24h: 40 }).view.values).toEqual({ bf_24h: 40 });
  });

  it('is not one whose constraint cannot be checked: what is missing is said', () => {
    const form = compiledFormOf([question('visit_date', 'date', { constraint: 'value >= birth_date' })]);
    expect(at(fill(form, { visit_date: '2026-03-01' }), 'visit_date')).toMatchObject({
      answer: 'answered',
      unchecked: [{ rule: 'constraint', missing: ['birth_date'] }],
    });
  });

  it('may be two answers that contradict each other, whichever came first', () => {
    const form = compiledFormOf([
      question('birth_date', 'date', { constraint: 'value <= visit_date' }),
      question('visit_date', 'date', { constraint: 'value >= birth_date' }),
    ]);
    const one = fill(form, { birth_date: '2026-03-02', visit_date: '2026-03-01' });
    const other = fill(form, { visit_date: '2026-03-01', birth_date: '2026-03-02' });
    expect(one.view.values).toEqual({ birth_date: null, visit_date: null });
    expect(other.view).toEqual(one.view);
  });
});

describe('an answer to a question that the form does not have', () => {
  it('is kept for a version that has it, and counts for nothing', () => {
    const form = compiledFormOf([question('sex', 'code')]);
    const filling = fill(form, { sex: 'F', blood_group: 'O' });
    expect(filling.view.values).toEqual({ sex: 'F' });
    expect(filling.answers.byPath['blood_group']?.input).toBe('O');
  });
});

describe('an unusual answer', () => {
  const form = compiledFormOf(
    [
      question('weight_g', 'integer', {
        plausible: 'value >= last_weight_g * 0.9',
        plausibleMessage: 'The weight fell by more than a tenth.',
      }),
    ],
    { elements: element('weight_g', { unit: 'g', soft: { min: 1000, max: null } }) },
  );
  const circumstances: Circumstances = {
    given: { last_weight_g: 3100 },
    earlier: { weight_g: { value: 3100, on: null } },
  };

  it('counts at once and is questioned, with the earlier value beside it', () => {
    const { view } = fill(form, { weight_g: 900 }, circumstances);
    expect(view).toMatchObject({ values: { weight_g: 900 }, complete: false, next: 'weight_g' });
    expect(view.questions[0]?.warnings).toMatchObject([
      { kind: 'unusual', value: 900, earlier: { value: 3100 }, confirmed: false },
      { kind: 'implausible', value: 900, earlier: { value: 3100 }, confirmed: false },
    ]);
    expect(view.questions[0]?.warnings[0]?.message.fr).toBe(
      '« weight_g (fr) » : 900\u00a0g est inhabituel (d’ordinaire au moins 1\u202f000\u00a0g). Valeur précédente : 3\u202f100\u00a0g. Vérifiez, puis confirmez si c’est exact.',
    );
  });

  it('stands once each question about it is confirmed', () => {
    const questioned = fill(form, { weight_g: 900 }, circumstances);
    const once = confirm(questioned, 'weight_g', 'unusual');
    expect(once.view.blocking).toEqual([{ path: 'weight_g', because: 'unconfirmed' }]);
    const twice = confirm(once, 'weight_g', 'implausible');
    expect(twice.view).toMatchObject({ complete: true, next: null });
    expect(twice.answers.byPath['weight_g']).toEqual({ input: 900, confirmed: ['implausible', 'unusual'] });
  });

  it('is asked about again when it changes', () => {
    const confirmed = confirm(fill(form, { weight_g: 2700 }, circumstances), 'weight_g', 'implausible');
    expect(confirmed.view.complete).toBe(true);
    expect(answer(confirmed, 'weight_g', 2600).view.complete).toBe(false);
    expect(answer(confirmed, 'weight_g', 2700).view.complete).toBe(true);
  });

  it('has only the warnings it has: confirming another changes nothing', () => {
    const confirmed = confirm(fill(form, { weight_g: 2700 }, circumstances), 'weight_g', 'implausible');
    expect(confirm(confirmed, 'weight_g', 'unusual')).toBe(confirmed);
  });
});

describe('a measurement taken twice', () => {
  const form = compiledFormOf([question('muac_mm', 'integer', { required: true, readings: 'p.muac_difference_mm' })], {
    elements: element('muac_mm', { unit: 'mm', hard: { min: 60, max: 200 } }),
  });
  const circumstances: Circumstances = { given: { p: { muac_difference_mm: 5 } }, earlier: {} };
  const after = (input: Input): QuestionState => at(fill(form, { muac_mm: input }, circumstances), 'muac_mm');

  it('counts with one reading and asks for the second', () => {
    expect(after(108)).toMatchObject({ value: 108, warnings: [{ kind: 'secondReading', confirmed: false }] });
  });

  it('asks for a third when the two are too far apart, then uses the closest two', () => {
    expect(after([104, 112]).warnings).toMatchObject([{ kind: 'thirdReading', difference: 8, allowed: 5, unit: 'mm' }]);
    expect(after([104, 112, 110])).toMatchObject({ value: 111, warnings: [] });
  });

  it('is refused when any reading cannot be', () => {
    expect(after([108, 1080])).toMatchObject({ answer: 'refused', value: null });
  });

  it('says so when three readings still disagree', () => {
    expect(after([100, 110, 120])).toMatchObject({ value: 110, warnings: [{ kind: 'readingsDisagree' }] });
  });
});

describe('a calculation', () => {
  it('follows the answers, in the order of what it reads and not of the sheet', () => {
    const form = compiledFormOf([
      calculation('loss_pct', 'loss_g / birth_weight_g * 100'),
      calculation('loss_g', 'birth_weight_g - weight_g'),
      question('birth_weight_g', 'integer'),
      question('weight_g', 'integer'),
    ]);
    expect(fill(form, { birth_weight_g: 3000, weight_g: 2700 }).view.values).toMatchObject({
      loss_g: 300,
      loss_pct: 10,
    });
    expect(fill(form, { birth_weight_g: 3000 }).view.values).toMatchObject({ loss_g: null, loss_pct: null });
  });

  it('does not use an answer that was refused', () => {
    const form = compiledFormOf([question('n', 'integer', { constraint: 'value > 0' }), calculation('twice', '2 * n')]);
    expect(fill(form, { n: -1 }).view.values).toEqual({ n: null, twice: null });
  });
});

describe('choices', () => {
  const form = compiledFormOf(
    [
      question('region', 'code', { choices: 'regions' }),
      question('district', 'code', { choices: 'districts', choiceFilter: 'choice.region = region' }),
    ],
    {
      choices: {
        regions: [choice('kayes'), choice('mopti')],
        districts: [choice('nioro', { region: 'kayes' }), choice('bandiagara', { region: 'mopti' })],
      },
    },
  );
  const offered = (filling: Filling): readonly string[] =>
    at(filling, 'district').choices?.map(({ name }) => name) ?? [];

  it('are those that the other answers leave', () => {
    expect(offered(fill(form, { region: 'mopti' }))).toEqual(['bandiagara']);
  });

  it('are all offered while nobody knows which to leave out', () => {
    expect(offered(fill(form, {}))).toEqual(['nioro', 'bandiagara']);
  });

  it('refuse an answer that another answer has since ruled out, and keep it', () => {
    const filled = fill(form, { region: 'kayes', district: 'nioro' });
    expect(filled.view.values).toEqual({ region: 'kayes', district: 'nioro' });
    const moved = answer(filled, 'region', 'mopti');
    expect(at(moved, 'district')).toMatchObject({ answer: 'refused', input: 'nioro', value: null });
    expect(answer(moved, 'region', 'kayes').view).toEqual(filled.view);
  });

  it('may stand for numbers, tapped as a code or given as the number', () => {
    const phq = compiledFormOf([question('phq1', 'integer', { choices: 'frequency' })], {
      choices: { frequency: ['0', '1', '2', '3', 'refused'].map((code) => choice(code)) },
      elements: element('phq1', { type: 'integer', notAssessed: ['refused'], hard: { min: 0, max: 3 } }),
    });
    expect(fill(phq, { phq1: '2' }).view.values).toEqual({ phq1: 2 });
    expect(fill(phq, { phq1: 2 }).view.values).toEqual({ phq1: 2 });
    expect(at(fill(phq, { phq1: 'refused' }), 'phq1').answer).toBe('notAssessed');
    expect(at(fill(phq, { phq1: 4 }), 'phq1').errors).toMatchObject([{ kind: 'notAChoice', code: '4' }]);
  });

  it('may stand for yes and no', () => {
    const yesNo = { choices: { yes_no: [choice('yes'), choice('no')] } };
    const asked = compiledFormOf([question('hiv', 'boolean', { choices: 'yes_no' })], yesNo);
    expect(fill(asked, { hiv: 'yes' }).view.values).toEqual({ hiv: true });
    expect(fill(asked, { hiv: false }).view.values).toEqual({ hiv: false });
  });

  it('refuse a code that no list holds', () => {
    expect(at(fill(form, { region: 'atlantis' }), 'region').errors).toMatchObject([{ kind: 'notAChoice' }]);
  });
});

describe('a required answer', () => {
  const form = compiledFormOf([
    question('phone', 'text', { required: 'address = null' }),
    question('address', 'text', { required: 'phone = null' }),
  ]);

  it('may be one of two', () => {
    expect(fill(form, {}).view.blocking.map(({ path }) => path)).toEqual(['phone', 'address']);
    expect(fill(form, { address: 'Kita' }).view.complete).toBe(true);
  });

  it('is asked for while nobody knows whether it is required', () => {
    const maybe = compiledFormOf([question('dose', 'number', { required: 'severe' })]);
    expect(fill(maybe, {}).view.blocking).toEqual([{ path: 'dose', because: 'unanswered' }]);
    expect(openForm(maybe, { given: { severe: false }, earlier: {} }).view.complete).toBe(true);
  });
});

describe('a default', () => {
  it('is proposed and counts for nothing until the worker answers', () => {
    const form = compiledFormOf([question('visit_date', 'date', { required: true, default: 'today' })]);
    const circumstances: Circumstances = { given: { today: { kind: 'date', day: 20513 } }, earlier: {} };
    const opened = openForm(form, circumstances);
    expect(at(opened, 'visit_date').proposed).toEqual({ kind: 'date', day: 20513 });
    expect(opened.view).toMatchObject({ complete: false, values: { visit_date: null } });
    expect(at(fill(form, { visit_date: '2026-03-01' }, circumstances), 'visit_date').proposed).toBeNull();
  });
});

describe('twins', () => {
  const form = compiledFormOf([
    question('term', 'boolean'),
    repeat('children', [
      question('birth_weight_g', 'integer', { required: true }),
      calculation('lbw', 'birth_weight_g < p.lbw_g'),
      question('kangaroo', 'boolean', { relevant: 'lbw or not(term)' }),
    ]),
    calculation('any_lbw', 'some c in children satisfies c.lbw'),
  ]);
  const circumstances: Circumstances = { given: { p: { lbw_g: 2500 } }, earlier: {} };
  const twins = (): Filling => addInstance(addInstance(openForm(form, circumstances), 'children'), 'children');
  const weighed = (): Filling =>
    answer(
      answer(answer(twins(), 'term', true), 'children[1].birth_weight_g', 2600),
      'children[2].birth_weight_g',
      2100,
    );

  it('are asked the same questions, each with its own answers', () => {
    expect(shown(weighed())).toEqual([
      'term',
      'children',
      'children[1]',
      'children[1].birth_weight_g',
      'children[2]',
      'children[2].birth_weight_g',
      'children[2].kangaroo',
    ]);
  });

  it('are a list to everything outside', () => {
    expect(weighed().view.values).toMatchObject({
      children: [
        { birth_weight_g: 2600, lbw: false, kangaroo: null },
        { birth_weight_g: 2100, lbw: true, kangaroo: null },
      ],
      any_lbw: true,
    });
  });

  it('keep their numbers when one is removed', () => {
    const one = removeInstance(weighed(), 'children', 1);
    expect(shown(one)).toEqual([
      'term',
      'children',
      'children[2]',
      'children[2].birth_weight_g',
      'children[2].kangaroo',
    ]);
    expect(one.view.values['children']).toHaveLength(1);
    expect(one.answers.byPath).not.toHaveProperty(['children[1].birth_weight_g']);
  });

  it('are counted anew in their place when one is removed', () => {
    const ranked = compiledFormOf([repeat('children', [calculation('rank', 'position')])]);
    const two = addInstance(addInstance(openForm(ranked, nothing), 'children'), 'children');
    expect(two.view.values).toEqual({ children: [{ rank: 1 }, { rank: 2 }] });
    expect(removeInstance(two, 'children', 1).view.values).toEqual({ children: [{ rank: 1 }] });
  });

  it('may be counted by an answer, and are undetermined until it is given', () => {
    const counted = compiledFormOf([
      question('babies', 'integer'),
      repeat('children', [question('sex', 'code'), calculation('rank', 'position')], { count: 'babies' }),
    ]);
    expect(fill(counted, {}).view.undetermined).toEqual([{ path: 'children', missing: ['babies'] }]);
    const three = fill(counted, { babies: 3, 'children[3].sex': 'F' });
    expect(three.view.questions.map(({ path }) => path)).toEqual([
      'babies',
      'children[1].sex',
      'children[2].sex',
      'children[3].sex',
    ]);
    const two = answer(three, 'babies', 2);
    expect(two.view.values['children']).toEqual([
      { sex: null, rank: 1 },
      { sex: null, rank: 2 },
    ]);
    expect(answer(two, 'babies', 3).view).toEqual(three.view);
  });

  it('may themselves hold a repeat', () => {
    const nested = compiledFormOf([
      repeat('children', [
        question('sex', 'code'),
        repeat('doses', [question('vaccine', 'code', { relevant: 'sex = "F"' })]),
      ]),
    ]);
    let filling = addInstance(openForm(nested, nothing), 'children');
    filling = addInstance(addInstance(filling, 'children[1].doses'), 'children[1].doses');
    filling = answer(answer(filling, 'children[1].sex', 'F'), 'children[1].doses[2].vaccine', 'hpv');
    expect(filling.view.values).toEqual({
      children: [{ sex: 'F', doses: [{ vaccine: null }, { vaccine: 'hpv' }] }],
    });
  });
});

describe('what comes next', () => {
  const form = compiledFormOf([
    question('a', 'integer', { required: true }),
    question('b', 'integer'),
    question('c', 'integer', { required: true }),
  ]);

  it('is the first open question in the order of the form, optional ones included', () => {
    expect(fill(form, {}).view.next).toBe('a');
    expect(fill(form, { a: 1 }).view.next).toBe('b');
    expect(fill(form, { c: 3, b: 2 }).view.next).toBe('a');
  });

  it('is nothing when all is answered; optional questions do not keep a form from being complete', () => {
    expect(fill(form, { a: 1, c: 3 }).view).toMatchObject({ complete: true, next: 'b' });
    expect(fill(form, { a: 1, b: 2, c: 3 }).view).toMatchObject({ complete: true, next: null });
  });

  it('is asked again when an answer is cleared', () => {
    expect(clear(fill(form, { a: 1, b: 2, c: 3 }), 'a').view).toMatchObject({ complete: false, next: 'a' });
  });
});
