import { questionsIn } from '@denba/protocols/compile/questions';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import { type FormName, forms, readForm } from '@denba/records/form-registry';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/running-mami.ts';
import { english } from '../../messages/english.ts';
import { french } from '../../messages/french.ts';
import { codeKey, codesOf, isInside, recordNames } from './record-codes.ts';

const asked = new Set(mami.forms.flatMap(({ items }) => questionsIn(items).map(({ name }) => name)));
const { label } = createValueStyles(mami);

/** Answers without which the forms cannot be read. */
const needed = {
  ...{ corrects: 'x', reason: 'r', exit_code: 'R1', merge: 'family', keep: 'a', duplicate: 'b', merge_entry: 'm' },
  ...{ caregiver: 'c', consent_decision: 'given', pregnancy: 'p', refused: 'enrolment', entry_type: 'return' },
  ...{ tracing_result: 'found', transfer: 'temporary' },
};

const fieldsOf = (name: FormName): readonly string[] => {
  const reading = readForm(`${name}@${forms[name].version}`, needed);
  return 'answers' in reading ? Object.keys(reading.answers) : [];
};

describe('words of the record', () => {
  it.each(Object.keys(forms) as FormName[])('name every field of the form %s, unless the protocol does', (name) => {
    const wordless = fieldsOf(name).filter(
      (field) => !isInside(field) && !asked.has(field) && !recordNames.includes(field) && label(field).fr === field,
    );
    expect(wordless).toEqual([]);
  });

  it.each([french, english])('are there for every name and every code', (messages) => {
    const keys = recordNames.flatMap((name) => [
      `field.${name}`,
      ...(codesOf(name)?.codes ?? []).map((code) => codeKey(name, code)),
    ]);
    expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });

  it('are written for codes that the forms accept', () => {
    const accepted = { ...needed, consent_decision: 'withdrawn', refused: 'follow_up' };
    for (const name of ['consent', 'refusal'] as const) {
      expect(readForm(`${name}@${forms[name].version}`, accepted, 'writing').kind).toBe(name);
    }
    for (const field of ['birth_outcome', 'gestation_category', 'birth_date_precision']) {
      for (const code of codesOf(field)?.codes ?? []) {
        expect(readForm(`birth@${forms.birth.version}`, { [field]: code }, 'writing').kind).toBe('birth');
      }
    }
  });
});
