/**
 * What the protocol concludes once a visit reads as it should have: the same form, opened on the same day with what the
 * record knew then, filled with the corrected answers. The visit itself does not know its own first version.
 */

import { storedFindings } from '@denba/protocols/care/findings/stored-findings';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { openVisit } from '@denba/protocols/care/visit/open-visit';
import { answersFromEntry, changedAnswers } from '@denba/protocols/care/visit/visit-entry';
import { startVisit, type VisitState } from '@denba/protocols/care/visit/visit-state';
import type { Language } from '@denba/quantities/text';
import type { JsonObject } from '@denba/records/canonical-json';
import { facilityId } from '@denba/records/ids';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { siteLevel } from '../../shell/phone/site-level.ts';
import type { VisitForm } from '../../shell/route.ts';
import type { Workspace } from '../../shell/workspace.ts';
import { answersNow, type Correcting } from './correction-draft.ts';

/** `{}` for what no protocol concludes from, and for a visit that is withdrawn. */
export const correctedFindings = (
  workspace: Pick<Workspace, 'protocol' | 'session'>,
  timeline: Timeline,
  read: ReadEntry,
  correcting: Correcting,
  language: Language,
): JsonObject => {
  const state = correctedVisit(workspace, timeline, read, correcting);
  return state === null ? {} : storedFindings(visitFindings(state.assessment, language, state.engine.protocol));
};

/**
 * What the visit would ask about an answer that was corrected (a weight that fell, a length that shrank), in its own words.
 * An answer that was changed is asked about anew, whatever was confirmed of it before.
 */
export const correctedDoubts = (
  workspace: Pick<Workspace, 'protocol' | 'session'>,
  timeline: Timeline,
  read: ReadEntry,
  correcting: Correcting,
  language: Language,
): readonly string[] => {
  const state = correctedVisit(workspace, timeline, read, correcting);
  if (state === null) return [];
  const changed = changedAnswers(answersNow(read), correcting.answers);
  const doubts = state.filling.view.questions
    .filter(({ path }) => Object.hasOwn(changed, path))
    .flatMap(({ warnings }) => warnings.filter(({ kind }) => kind === 'unusual' || kind === 'implausible'));
  return [...new Set(doubts.map(({ message }) => message[language]))];
};

const correctedVisit = (
  { protocol, session }: Pick<Workspace, 'protocol' | 'session'>,
  timeline: Timeline,
  read: ReadEntry,
  correcting: Correcting,
): VisitState | null => {
  const form = formOf(read);
  if (form === null || correcting.withdraw || correcting.subject === null) return null;
  const engine = protocol.engine(form);
  const place = { facility: facilityId(session.centre.id), siteLevel: siteLevel(), author: session.user.name };
  const { occurredOn } = correcting;
  // The record knows the birth, and the visits before, under the id that a merge left.
  const subject = keptPerson(timeline, correcting.subject);
  const opening = openVisit(engine, timeline, subject, occurredOn, place, read.entry.id);
  return startVisit(engine, opening, answersFromEntry(correcting.answers, opening));
};

/** Which form of the protocol the visit was held with. */
export const formOf = ({ form }: Pick<ReadEntry, 'form'>): VisitForm | null => {
  switch (form.kind) {
    case 'mami-screen':
      return 'rapid-screen';
    case 'mami-assessment':
      return 'assessment';
    case 'mami-visit':
      return form.answers.visit_type === 'review' || form.answers.reviewed !== null ? 'review' : 'follow-up';
    default:
      return null;
  }
};
