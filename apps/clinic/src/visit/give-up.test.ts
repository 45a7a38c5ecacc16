/** Tests when a half-filled visit may be given up, by its content and by who wrote it. */
import { openVisit } from '@denba/protocols/care/visit/open-visit';
import { answerAndAssess, startVisit, type VisitState } from '@denba/protocols/care/visit/visit-state';
import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { facilityId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { runningMami } from '../../test/running-mami.ts';
import type { VisitForm } from '../shell/route.ts';
import { givingUp } from './give-up.ts';
import type { VisitDraft } from './visit-draft.ts';

const on = localDate('2026-03-20');
const keita = family('keita').mother().bears({ on: '2026-01-05' }).assessed({ on: '2026-03-10', weight_g: 4400 });

const held = (form: VisitForm, answers: Readonly<Record<string, Input>>): VisitState => {
  const engine = runningMami.engine(form);
  const place = { facility: facilityId('cscom-1'), siteLevel: 'clinic' as const, author: 'Mariam', today: on };
  return Object.entries(answers).reduce(
    (state, [path, input]) => answerAndAssess(state, path, input),
    startVisit(engine, openVisit(engine, timelineOf(keita), keita.childId(), on, place)),
  );
};
const draft = (state: VisitState, writers: VisitDraft['writers']): VisitDraft => ({
  answers: state.filling.answers,
  section: null,
  openedOn: on,
  protocol: null,
  writers,
});
const asked = (state: VisitState, before: VisitDraft | null = null) =>
  givingUp(state, before, 'mariam', runningMami, 'fr');

describe('a half-filled visit', () => {
  it('may be given up by whoever began it, who is told how many answers go with it', () => {
    expect(asked(held('assessment', {}))).toEqual({ kind: 'offered', answered: 0 });
    const begun = held('assessment', { d_convulsion: false, d_unconscious: false });
    expect(asked(begun, draft(begun, ['mariam']))).toEqual({ kind: 'offered', answered: 2 });
  });

  it.each([
    ['a danger sign of the infant', 'assessment', { d_unconscious: true }],
    ['that it looks ill, at a screen', 'rapid-screen', { sc1: true }],
    ['a danger sign of the mother', 'assessment', { mother_status: 'present', m_bleeding: true }],
    ['thoughts of self-harm', 'assessment', { mother_status: 'present', phq1: 1, phq2: 2, phq9: 1 }],
  ] as const)('is not given up while it says %s', (_, form, answers) => {
    expect(asked(held(form, answers))).toEqual({ kind: 'danger' });
  });

  it('is not given up by another than who wrote in it, nor where nobody knows who did', () => {
    const begun = held('assessment', { d_convulsion: false });
    expect(asked(begun, draft(begun, ['sira']))).toEqual({ kind: 'another-user' });
    expect(asked(begun, draft(begun, ['mariam', 'sira']))).toEqual({ kind: 'another-user' });
    expect(asked(begun, draft(begun, null))).toEqual({ kind: 'unknown-user' });
  });
});
