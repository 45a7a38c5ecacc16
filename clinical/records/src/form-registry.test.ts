import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { numberField } from './answer-fields.ts';
import { canonicalJson, type JsonObject } from './canonical-json.ts';
import { defineForm, formKey, migrateAnswers, parseFormKey, readAnswers } from './form-definition.ts';
import { type FormName, forms, readForm } from './form-registry.ts';

/** The smallest valid answers of each form. */
const least: Readonly<Record<FormName, JsonObject>> = {
  'register-family': {},
  pregnancy: { pregnancy: 'p1' },
  'pregnancy-end': { pregnancy: 'p1' },
  birth: {},
  death: {},
  'caregiver-change': { caregiver: 'grandmother' },
  transfer: { transfer: 'temporary' },
  'return-to-care': { entry_type: 'return' },
  'growth-visit': {},
  'mami-screen': {},
  'mami-assessment': {},
  'mami-visit': {},
  'mami-exit': { exit_code: 'R1' },
  tracing: { tracing_result: 'found' },
  'counter-referral': {},
  refusal: { refused: 'referral' },
  consent: { consent_decision: 'given' },
  correction: { corrects: 'e1', reason: 'wrong scale' },
  'merge-duplicates': { merge: 'person', keep: 'a', duplicate: 'b', reason: 'one child' },
  'undo-merge': { merge_entry: 'e1', reason: 'twins' },
};
const names = Object.keys(forms) as FormName[];

const withoutNulls = (answers: object): JsonObject =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));

describe.each(names)('the form %s', (name) => {
  const definition = forms[name];

  it('is registered under its own name', () => expect(definition.name).toBe(name));

  it('keeps fields of a later version, through reading and writing again', () => {
    const written = { ...least[name], from_a_later_version: { kept: [1, 'a', null] }, other: true };
    const read = readForm(formKey(definition), written);
    if (!('answers' in read)) throw new Error(canonicalJson(JSON.parse(JSON.stringify(read))));
    expect(read.kind).toBe(name);
    expect(canonicalJson(withoutNulls(read.answers))).toBe(canonicalJson(written));
  });

  it('reads a version that is newer than this app', () => {
    expect(readForm(`${name}@${definition.version + 1}`, least[name]).kind).toBe(name);
  });

  it('names each field that it cannot do without', () => {
    const needed = Object.keys(least[name]);
    const read = readForm(formKey(definition), {});
    const missing = read.kind === 'unreadable' ? read.errors.map((error) => error.path) : [];
    expect(missing.toSorted()).toEqual(needed.map((field) => `answers.${field}`).toSorted());
  });
});

describe('forms', () => {
  it('keep a code that this version does not know when reading, and refuse it when writing', () => {
    const answers = { sex: 'indeterminate', birth_place: 'boat' };
    const read = readForm('birth@2', answers);
    expect(read).toMatchObject({ kind: 'birth', answers });
    const written = readForm('birth@2', answers, 'writing');
    expect(written.kind === 'unreadable' && written.errors.map((error) => error.kind)).toEqual([
      'unknownCode',
      'unknownCode',
    ]);
  });

  it('that are not known are named, not refused', () => {
    expect(readForm('vaccination@1', { antigen: 'BCG' })).toEqual({ kind: 'unknownForm', name: 'vaccination' });
    expect(readForm('constructor@1', {})).toEqual({ kind: 'unknownForm', name: 'constructor' });
  });

  it('tell what cannot be read, by path', () => {
    const read = readForm('birth@2', { birth_weight_g: '2300', birth_count: 1.5, mother: 'two words' });
    expect(read.kind === 'unreadable' && read.errors.map(({ path, kind }) => [path, kind])).toEqual([
      ['answers.mother', 'notAnId'],
      ['answers.birth_count', 'notAWholeNumber'],
      ['answers.birth_weight_g', 'wrongType'],
    ]);
    const negative = readForm('growth-visit@1', { weight_g: -1 });
    expect(negative.kind === 'unreadable' && negative.errors[0]?.kind).toBe('negative');
  });

  it('have keys that read back', () => {
    for (const name of names) expect(parseFormKey(formKey(forms[name]))?.name).toBe(name);
    for (const text of ['birth', 'birth@0', 'Birth@1', '@1', 'birth@1.5']) expect(parseFormKey(text)).toBeNull();
  });
});

describe('migrations', () => {
  const threeVersions = defineForm({
    name: 'weighing',
    answers: () => v.looseObject({ weight_g: numberField }),
    migrations: [
      {
        what: 'kg becomes weight_kg',
        up: ({ kg = null, ...rest }) => ({ ...rest, weight_kg: kg }),
        down: ({ weight_kg = null, ...rest }) => ({ ...rest, kg: weight_kg }),
      },
      {
        what: 'weight_kg becomes weight_g',
        up: ({ weight_kg: kg, ...rest }) => ({
          ...rest,
          weight_g: typeof kg === 'number' ? Math.round(kg * 1000) : null,
        }),
        down: ({ weight_g: g, ...rest }) => ({ ...rest, weight_kg: typeof g === 'number' ? g / 1000 : null }),
      },
    ],
  });

  it('lead over every version, up and down, in order', () => {
    const third = { weight_g: 2500, note: 'x' };
    expect(threeVersions.version).toBe(3);
    expect(migrateAnswers(threeVersions, { kg: 2.5, note: 'x' }, 1, 3)).toEqual(third);
    expect(migrateAnswers(threeVersions, third, 3, 2)).toEqual({ weight_kg: 2.5, note: 'x' });
    expect(migrateAnswers(threeVersions, third, 3, 1)).toEqual({ kg: 2.5, note: 'x' });
    expect(migrateAnswers(threeVersions, third, 3, 3)).toBe(third);
    const read = readAnswers(threeVersions, { kg: 3 }, 1);
    expect(read.ok && read.value.weight_g).toBe(3000);
  });

  it('leave a version from the future as it is', () => {
    const future = { weight_g: 2500, scale: 'z' };
    expect(migrateAnswers(threeVersions, future, 4, 3)).toBe(future);
  });

  it('between any two versions go there and back without loss', () => {
    const version = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(version, version, fc.integer({ min: 500, max: 9000 }), (from, to, grams) => {
        const answers = migrateAnswers(threeVersions, { weight_g: grams }, 3, from);
        expect(migrateAnswers(threeVersions, migrateAnswers(threeVersions, answers, from, to), to, from)).toEqual(
          answers,
        );
      }),
    );
  });
});
