import { describe, expect, it } from 'vitest';
import { calculation, compiledFormOf, group, note, problemsOf, question, repeat } from '../test/form-of.ts';

describe('a form is refused', () => {
  it('when a name is used twice, also in another group or repeat', () => {
    expect(problemsOf([question('sex', 'code'), group('g', [repeat('r', [question('sex', 'code')])])])).toMatchObject([
      { kind: 'duplicateName', names: ['sex'] },
    ]);
  });

  it.each(['value', 'choice', 'position'])(
    'when an item is named %s, which expressions keep for themselves',
    (name) => {
      expect(problemsOf([question(name, 'text')])).toMatchObject([{ kind: 'reservedName', names: [name] }]);
    },
  );

  it('when a list does not exist', () => {
    expect(problemsOf([question('sex', 'code', { choices: 'sexes' })])).toMatchObject([
      { kind: 'unknownChoices', names: ['sex', 'sexes'] },
    ]);
  });

  it('when a rule reads a group or a note', () => {
    expect(problemsOf([note('n'), group('g', []), calculation('c', 'n + g')])).toMatchObject([
      { kind: 'notAValue', names: ['c', 'n'] },
      { kind: 'notAValue', names: ['c', 'g'] },
    ]);
  });

  it('when a rule reads one instance from outside its repeat, with the way to write it', () => {
    const [found] = problemsOf([repeat('children', [question('sex', 'code')]), calculation('girl', 'sex = "F"')]);
    expect(found).toMatchObject({ kind: 'outOfRepeat', names: ['girl', 'sex'] });
    expect(found?.message.en).toContain('children[1].sex');
  });

  it('when calculations go in a circle, naming it', () => {
    expect(problemsOf([calculation('a', 'b'), calculation('b', 'c'), calculation('c', 'a')])).toMatchObject([
      { kind: 'cycle', names: ['a', 'b', 'c', 'a'] },
    ]);
    expect(problemsOf([calculation('a', 'a + 1')])).toMatchObject([{ kind: 'cycle', names: ['a', 'a'] }]);
  });

  it('when two questions wait for each other to be shown', () => {
    expect(
      problemsOf([question('a', 'boolean', { relevant: 'b' }), question('b', 'boolean', { relevant: 'a' })]),
    ).toMatchObject([{ kind: 'cycle', names: ['a', 'b', 'a'] }]);
  });

  it('when a constraint reads a calculation that reads its own question', () => {
    const form = [question('birth_date', 'date', { constraint: 'age >= 0' }), calculation('age', 'birth_date')];
    expect(problemsOf(form)).toMatchObject([{ kind: 'cycle' }]);
  });

  it('with all its problems at once', () => {
    const form = [question('value', 'text'), question('a', 'code', { choices: 'none' }), calculation('b', 'b')];
    expect(problemsOf(form).map(({ kind }) => kind)).toEqual(['reservedName', 'unknownChoices', 'cycle']);
  });
});

describe('a form is accepted', () => {
  it('when two questions check each other: checks read what was entered', () => {
    expect(
      problemsOf([
        question('from', 'date', { constraint: 'value <= to' }),
        question('to', 'date', { constraint: 'value >= from' }),
      ]),
    ).toEqual([]);
  });

  it('and says what it needs from outside, with paths', () => {
    const form = compiledFormOf([
      question('muac_mm', 'integer', {
        readings: 'p.muac_difference_mm',
        plausible: 'value > previous_muac_mm - p.fall',
      }),
      calculation('low', 'muac_mm < p.muac_cut'),
    ]);
    expect(form.reads).toEqual(['p.fall', 'p.muac_cut', 'p.muac_difference_mm', 'previous_muac_mm']);
  });
});
