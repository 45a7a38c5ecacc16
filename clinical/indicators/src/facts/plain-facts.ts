/** Facts of the timeline that are counted as they are: births, deaths, registrations, caregivers who changed, consent. */
import type { FactKind, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';

const counted: ReadonlySet<FactKind> = new Set([
  'registered',
  'birth',
  'pregnancy-recorded',
  'pregnancy-ended',
  'died',
  'caregiver-changed',
  'traced',
  'transferred',
  'refused',
]);

/** Where a place was written in words, the words stay in the record. */
const words: ReadonlySet<string> = new Set(['to_facility']);

export const plainFacts = (timeline: Timeline): readonly CountedFact[] =>
  timeline.facts
    .filter(({ kind }) => counted.has(kind))
    .map((fact) => ({
      ...fact,
      attributes: {
        ...aboutChild(timeline, fact.subject, fact.on),
        ...Object.fromEntries(Object.entries(fact.attributes).filter(([name]) => !words.has(name))),
      },
    }));
