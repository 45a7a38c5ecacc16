/**
 * Runs through a visit that does not exist: opens it, answers a sign with yes, evaluates everything that follows and makes
 * its entry, so that the first answer, danger sign and save of the day do not wait for one-time work. Nothing is kept or
 * shown.
 */
import { emergingDanger } from '@denba/protocols/care/findings/emerging-danger';
import { openVisit, type VisitPlace } from '@denba/protocols/care/visit/open-visit';
import { visitDrafts } from '@denba/protocols/care/visit/visit-drafts';
import { answerAndAssess, startVisit } from '@denba/protocols/care/visit/visit-state';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Language } from '@denba/quantities/text';
import { appendEntry, emptyLog } from '@denba/records/entry-log';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { RunningProtocol } from '../protocol/protocol.ts';
import type { VisitForm } from '../route.ts';

const FORM: VisitForm = 'follow-up';

type Rehearsal = { readonly story: Timeline; readonly on: LocalDate; readonly place: VisitPlace };

/** `rested` is awaited before each step; it resolves when the phone is idle. */
export const rehearseVisit = async (
  protocol: Pick<RunningProtocol, 'content' | 'engine'>,
  { story, on, place }: Rehearsal,
  language: Language,
  rested: () => Promise<void>,
): Promise<void> => {
  const child = story.children.find(({ stillborn }) => stillborn !== true);
  if (child === undefined) return;
  await rested();
  const engine = protocol.engine(FORM);
  await rested();
  const opened = startVisit(engine, openVisit(engine, story, child.id, on, place));
  await rested();
  const asked = opened.filling.view.questions.find(({ question, answer }) => {
    return question.type === 'boolean' && answer === 'unanswered';
  });
  const found = asked === undefined ? opened : answerAndAssess(opened, asked.path, true);
  await rested();
  emergingDanger(found.assessment, language, protocol.content);
  await rested();
  const drafts = visitDrafts(found, language, on);
  await rested();
  // Reading the answers strictly, the canonical text and its hash take four times as long on the first save of a phone.
  const about = { family: story.family, subject: child.id };
  for (const draft of drafts) appendEntry(emptyLog(NOBODY), { ...draft, ...about, ...notRecorded(place) });
};

const NOBODY = deviceId('rehearsal');

/** What a phone adds to a draft when it is saved. */
const notRecorded = ({ facility }: VisitPlace) => ({
  id: entryId('rehearsal'),
  author: 'rehearsal',
  facility,
  recordedAt: tick(newClock, 0).time,
});
