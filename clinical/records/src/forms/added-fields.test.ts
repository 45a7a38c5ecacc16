/**
 * Forms whose later versions only add fields: answers from old phones can be read, and no answer from a new phone is
 * lost.
 */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../canonical-json.ts';
import { migrateAnswers } from '../form-definition.ts';
import { type FormName, forms, readForm } from '../form-registry.ts';

const added: readonly (readonly [name: FormName, from: number, old: JsonObject, fresh: JsonObject])[] = [
  [
    'register-family',
    1,
    { mother_name: 'Awa' },
    { father_name: 'Issa', card_code: 'SB-1', language_spoken: 'bambara' },
  ],
  ['tracing', 1, { tracing_result: 'found' }, { tracing_by: 'visit', next_due: '2026-03-01' }],
  ['counter-referral', 1, { discharged_on: '2026-03-01' }, { next_due: '2026-03-05' }],
  ['return-to-care', 1, { entry_type: 'post_inpatient' }, { next_due: '2026-03-05' }],
  ['transfer', 1, { transfer: 'permanent', to_facility: 'Kati' }, { to_facility_id: 'cscom-9' }],
  ['birth', 2, { gestational_age_days: 250 }, { gestation_category: 'preterm', born_very_small: true }],
  ['birth', 3, { birth_count: 2, birth_order: 1 }, { infants_alive: 1 }],
  [
    'mami-assessment',
    1,
    { enrolment_decision: 'enrolled' },
    { consent: true, agreed_actions: ['feeding'], override_class: 'high', swept: ['danger_signs'] },
  ],
  ['correction', 1, { corrects: 'tablet-1-5', reason: 'card found' }, { follows: 'tablet-1-6' }],
  ['mami-visit', 1, { visit_type: 'review' }, { next_due_reason: 'market day', reviewed: true, swept: [] }],
];

describe.each(added)('%s, version %i to the next', (name, from, old, fresh) => {
  const definition = forms[name];

  it('reads what the version before wrote: the new fields are unknown', () => {
    expect(readForm(`${name}@${from}`, old)).toMatchObject({
      kind: name,
      answers: { ...old, ...Object.fromEntries(Object.keys(fresh).map((field) => [field, null])) },
    });
  });

  it('may be written with the new fields', () => {
    expect(readForm(`${name}@${definition.version}`, { ...old, ...fresh }, 'writing')).toMatchObject({
      answers: { ...old, ...fresh },
    });
  });

  it('goes down and up again without loss, unknown fields included', () => {
    const answers = { ...old, ...fresh, unheard_of: { kept: [1, null] } };
    const down = migrateAnswers(definition, answers, definition.version, from);
    expect(migrateAnswers(definition, down, from, definition.version)).toEqual(answers);
    expect(migrateAnswers(definition, answers, from, definition.version)).toEqual(answers);
  });
});
