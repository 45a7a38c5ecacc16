/** What is shown about conclusions computed again: the old and the new of each visit, more severe ones first. */

import { readFindings } from '@denba/protocols/care/findings/stored-findings';
import { inConfidence } from '@denba/protocols/care/findings/told-in-confidence';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { JsonObject } from '@denba/records/canonical-json';
import { keptPerson } from '@denba/records/timeline/kept-person';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { ConcludedAnew } from './conclusions-anew.ts';

export type ToldAnew = {
  readonly one: ConcludedAnew;
  /**
   * The earlier findings, without what was told in confidence. `null` when an older app stored them in another format.
   */
  readonly before: VisitFindings | null;
  readonly now: VisitFindings;
  /** Sentences that are new, and those that no longer apply. */
  readonly reasons: { readonly added: readonly string[]; readonly gone: readonly string[] };
  /** The new conclusion is a danger, or a more severe class than the one that was acted on. */
  readonly graver: boolean;
  /** The child is alive and the record has no later visit of it, so the new conclusions say what to do now. */
  readonly isLast: boolean;
};

export type Telling = {
  /** The more severe ones first; within each group, the later visits first. */
  readonly told: readonly ToldAnew[];
  /** Visits in which only figures changed, or what was told in confidence: these are not described. */
  readonly figuresOnly: readonly ConcludedAnew[];
};

export const tellAnew = (timeline: Timeline, changed: readonly ConcludedAnew[]): Telling => {
  const told = changed.map((one) => toldOf(timeline, one)).filter((one) => one !== null);
  const inOrder = told.toSorted(
    (a, b) => Number(b.graver) - Number(a.graver) || byOccurrence(b.one.visit, a.one.visit),
  );
  const named = new Set(told.map(({ one }) => one));
  return { told: inOrder, figuresOnly: changed.filter((one) => !named.has(one)) };
};

const toldOf = (timeline: Timeline, one: ConcludedAnew): ToldAnew | null => {
  const { visit, findings, protocol } = one;
  const read = readFindings(findings, protocol.content);
  if (read === null) return null;
  const now = inConfidence(read).open;
  const stored = readFindings(visit.findings, protocol.content);
  const before = stored === null ? null : inConfidence(stored).open;
  const was = new Set(before?.reasons.map(({ text }) => text));
  const is = new Set(now.reasons.map(({ text }) => text));
  const reasons = { added: [...is].filter((text) => !was.has(text)), gone: [...was].filter((text) => !is.has(text)) };
  const graver = isGraver(visit.findings, findings);
  const same =
    reasons.added.length === 0 &&
    reasons.gone.length === 0 &&
    classOf(visit.findings) === classOf(findings) &&
    before?.headline.text === now.headline.text &&
    before?.next?.on === now.next?.on;
  return same && !graver ? null : { one, before, now, reasons, graver, isLast: isLast(timeline, one) };
};

/** From the least to the most severe: the classes of a pair, and the results of a screen. */
const classes: readonly string[] = ['low', 'incomplete', 'review', 'moderate', 'indepth', 'high'];
const results: readonly string[] = ['negative', 'incomplete', 'positive', 'urgent'];

/** An override replaced the computed class, so the class that was acted on is that of the override. */
const isGraver = (before: JsonObject, now: JsonObject): boolean => {
  if (now['urgent'] === true && before['urgent'] !== true) return true;
  const override = before['override'] as JsonObject | undefined;
  const acted = override?.['workingClass'] ?? before['pairClass'];
  return isMore(classes, acted, now['pairClass']) || isMore(results, resultOf(before), resultOf(now));
};

/** Where an older app stored no class, every class above the least severe counts as more severe. */
const isMore = (order: readonly string[], before: unknown, now: unknown): boolean =>
  order.indexOf(String(now)) > Math.max(0, order.indexOf(String(before)));

const resultOf = (findings: JsonObject): unknown => (findings['screen'] as JsonObject | undefined)?.['result'];

const classOf = (findings: JsonObject): unknown => findings['pairClass'] ?? resultOf(findings) ?? null;

const isLast = (timeline: Timeline, { visit }: ConcludedAnew): boolean => {
  const kept = visit.subject === null ? null : keptPerson(timeline, visit.subject);
  const died = timeline.persons.find(({ id }) => id === kept)?.died ?? null;
  return died === null && timeline.encounters.findLast(({ child }) => child === kept)?.entry === visit.entry.id;
};
