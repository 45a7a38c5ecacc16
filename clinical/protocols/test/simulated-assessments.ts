/**
 * Assessments of a simulated cohort, with what the record knew at each. For two thirds of the families, questions that
 * were left open get normal answers.
 */
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { assessmentAnswers } from '@denba/scenario/answers';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import { type RecordedAssessment, recordedAssessments } from '../src/what-if/replay/recorded-assessments.ts';
import { mami, mamiRules } from './mami.ts';

const names = new Set(mami.elements.map(({ name }) => name));
const answered = Object.fromEntries(Object.entries(assessmentAnswers()).filter(([name]) => names.has(name)));

export const simulatedAssessments = (seed: string, families: number): readonly RecordedAssessment[] =>
  [...simulateCohort(seed, { families })].flatMap((family, at) => {
    const { id, entries } = simulatedLife(seed, family);
    const recorded = recordedAssessments(foldTimeline(id, entries), mami, mamiRules);
    if (at % 3 === 0) return recorded;
    return recorded.map((one) => ({ ...one, inputs: { ...answered, ...one.inputs } }));
  });
