/**
 * What the protocol concludes from a visit as corrected: the same form, opened on its day with what the record knew
 * then, and filled with the corrected answers. The earlier version of the visit is left out of what the record knows.
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

/** Returns `{}` for an entry from which no protocol concludes, and for a visit that is withdrawn. */
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
 * The questions that the visit would ask about a corrected answer (a weight that fell, a length that shrank), in the
 * protocol's words. A changed answer is questioned again, whatever was confirmed about the earlier one.
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
  // The record files the birth and the earlier visits under the id that a merge left.
  const subject = keptPerson(timeline, correcting.subject);
  const opening = openVisit(engine, timeline, subject, occurredOn, place, read.entry.id);
  return startVisit(engine, opening, answersFromEntry(correcting.answers, opening));
};

/** The form of the protocol with which the visit was made; null for an entry that is no such visit. */
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
