/**
 * The visits of the district are made in a shorter way than on a phone. Every visit of some centres is compared here
 * with what the form of a phone gives for the same answers.
 */
import { createAssessor } from '@denba/protocols/assess/create-assessor';
import { openVisit } from '@denba/protocols/care/visit/open-visit';
import { createVisitEngine } from '@denba/protocols/care/visit/visit-engine';
import { visitEntry } from '@denba/protocols/care/visit/visit-entry';
import { startVisit } from '@denba/protocols/care/visit/visit-state';
import { type Answer, type Input, noAnswers } from '@denba/questionnaires/answers';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Timeline } from '@denba/records/timeline/timeline';
import { simulateCentre } from '@denba/scenario/district/simulate-centre';
import type { Contact, VisitForm, VisitWriter, WrittenVisit } from '@denba/scenario/district/visit-writer';
import { describe, expect, it } from 'vitest';
import { centreOf, lastDay, protocol, seed, writer } from './test/mami-writer.ts';

const assessor = createAssessor(protocol);
const engines = new Map(
  (['rapid-screen', 'assessment', 'follow-up', 'review'] as const).map((form) => [
    form,
    createVisitEngine(protocol, form, assessor),
  ]),
);

type Pair = {
  readonly form: VisitForm;
  readonly written: WrittenVisit;
  readonly onPhone: ReturnType<typeof visitEntry>;
};

const onPhone = (timeline: Timeline, { form, child, on, place }: Contact, told: JsonObject) => {
  const engine = engines.get(form);
  if (engine === undefined) throw new RangeError(`no form ${form}`);
  const opening = openVisit(engine, timeline, child, on, place);
  const typed = Object.entries(told).flatMap(([path, input]): [string, Answer][] =>
    input === null ? [] : [[path, { input: input as Input, confirmed: [] }]],
  );
  const answers = { ...noAnswers, byPath: { ...opening.answers.byPath, ...Object.fromEntries(typed) } };
  return visitEntry(startVisit(engine, opening, answers), 'fr', on);
};

describe('every visit of some centres', () => {
  const pairs: Pair[] = [];
  const compared: VisitWriter = (timeline, contact) => {
    let told = contact.answers;
    const { decide } = contact;
    const written = writer(timeline, {
      ...contact,
      ...(decide === undefined
        ? {}
        : {
            decide: (value) => {
              const decided = decide(value);
              told = { ...told, ...decided };
              return decided;
            },
          }),
    });
    pairs.push({ form: contact.form, written, onPhone: onPhone(timeline, contact, told) });
    return written;
  };
  simulateCentre(centreOf('demo-niamana', 0.3), { seed, lastDay, writer: compared });
  simulateCentre(centreOf('demo-nioumamakana', 0.2), { seed, lastDay, writer: compared });

  it('is of each kind', () => {
    expect(new Set(pairs.map(({ form }) => form))).toEqual(
      new Set(['rapid-screen', 'assessment', 'follow-up', 'review']),
    );
  });

  it('says what the form of a phone says for the same answers', () => {
    for (const { form, written, onPhone: expected } of pairs) {
      const { set_aside: _aside, ...answers } = expected.answers;
      const { enrolment_decision: _decision, ...own } = written.answers;
      const { enrolment_decision: _asked, ...asked } = answers;
      expect({ form, answers: own }).toEqual({ form, answers: asked });
      expect(written.findings).toEqual(expected.findings);
      expect(written.protocolVersion).toBe(expected.protocolVersion);
    }
  });
});
