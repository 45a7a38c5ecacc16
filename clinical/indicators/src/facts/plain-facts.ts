/**
 * Facts of the timeline that are counted as they are: births, deaths, registrations, changes of caregiver, refusals and
 * so on.
 */
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

/** Attributes that hold free text: they stay in the record. */
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
