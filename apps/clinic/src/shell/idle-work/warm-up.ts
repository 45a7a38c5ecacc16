/**
 * Prepares, while the worker reads the list and the phone is idle, what the first visit of the day needs. Reading a
 * timeline and computing its row takes far longer the first time than the fifth, so both are run for a few families in
 * care.
 */
import { type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { type FamilyId, facilityId } from '@denba/records/ids';
import { siteLevel } from '../phone/site-level.ts';
import { contentLanguage } from '../words/language.ts';
import type { Workspace } from '../workspace.ts';
import { rested } from './when-idle.ts';

const STORIES = 4;

/** When the phone is locked meanwhile, nothing more is read. */
export const warmUp = async ({ protocol, packs, rows, timelineOf, session, today }: Workspace): Promise<void> => {
  const { rules, countMonths } = protocol;
  await rested();
  void protocol.assessor;
  for (const family of firstInCare(rows.peek(), STORIES)) {
    await rested();
    const story = await timelineOf(family).catch(() => null);
    await rested();
    if (story !== null) careRow(story, rules, countMonths(story, rules));
  }
  const [family] = firstInCare(rows.peek(), 1);
  const story = family === undefined ? null : await timelineOf(family).catch(() => null);
  if (story !== null) {
    const { rehearseVisit } = await import('./rehearse-visit.ts');
    const place = { facility: facilityId(session.centre.id), siteLevel: siteLevel(), author: session.user.name };
    await rehearseVisit(protocol, { story, on: today(), place }, contentLanguage(), rested);
  }
  await rested();
  await packs.keepBuiltIn();
};

const firstInCare = (rows: ReadonlyMap<FamilyId, CareRow>, most: number): readonly FamilyId[] => {
  const found: FamilyId[] = [];
  for (const { family, children } of rows.values()) {
    if (found.length === most) break;
    if (children.some(({ care }) => care !== null)) found.push(family);
  }
  return found;
};
