/** What all parts of a family's course need: who records, with which phone and protocol, about whom. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { FormName } from '@denba/records/form-registry';
import { type EntryId, facilityId, type PersonId } from '@denba/records/ids';
import type { Random } from '../random.ts';
import type { SimulatedBirth } from '../simulate-birth.ts';
import type { Condition } from './contact-answers.ts';
import type { DistrictCentre } from './district-centre.ts';
import { hospitalWorker, type Worker } from './district-people.ts';
import { HOSPITAL } from './district-places.ts';
import type { FamilyStory } from './family-story.ts';
import type { InfantBody } from './infant-body.ts';
import type { Contact, VisitWriter, WrittenVisit } from './visit-writer.ts';

export type FamilyMeans = {
  readonly centre: DistrictCentre;
  readonly writer: VisitWriter;
  readonly story: FamilyStory;
  readonly random: Random;
  readonly mother: PersonId;
  readonly condition: Condition;
  readonly bornOn: LocalDate;
};

/** An infant and its state in the simulation. */
export type DistrictInfant = {
  readonly id: PersonId;
  readonly birth: SimulatedBirth;
  readonly body: InfantBody;
  /** Nothing more is recorded about the infant: it died, or the family left. */
  gone: boolean;
  inCare: boolean;
};

export const HOSPITAL_PHONE = `${HOSPITAL}-telephone-1`;

/** A worker on duty: mostly the first one, who knows the family. */
const workerOf = ({ centre, random }: FamilyMeans): Worker =>
  random.chance(0.7) ? centre.workers[0] : random.pick(centre.workers);

const phoneOf = ({ centre, random }: FamilyMeans): string =>
  centre.phones[random.chance(0.85) ? 0 : random.whole(centre.phones.length)] ?? `${centre.place}-telephone-1`;

type Said = {
  readonly subject: PersonId | null;
  readonly on: LocalDate;
  readonly answers: JsonObject;
  readonly late?: number;
};

export const note = (means: FamilyMeans, form: FormName, said: Said): EntryId | null =>
  means.story.write({
    ...{ form, ...said, phone: phoneOf(means), author: workerOf(means).author },
    facility: facilityId(means.centre.place),
  });

export const noteAtHospital = (means: FamilyMeans, form: FormName, said: Said): EntryId | null =>
  means.story.write({
    ...{ form, ...said, phone: HOSPITAL_PHONE, author: hospitalWorker.author },
    facility: facilityId(HOSPITAL),
  });

export type HeldVisit = { readonly visit: WrittenVisit; readonly entry: EntryId | null };

/** Holds a visit: fills its form and writes its entry. A few visits are on paper first and entered days later. */
export const hold = (
  means: FamilyMeans,
  { answers, ...contact }: Omit<Contact, 'place' | 'answers'> & { readonly answers: (worker: Worker) => JsonObject },
): HeldVisit => {
  const { centre, story, writer, random } = means;
  const worker = workerOf(means);
  const facility = facilityId(centre.place);
  const visit = writer(story.timeline, {
    ...contact,
    answers: answers(worker),
    place: { facility, siteLevel: 'clinic', author: worker.author, cadre: worker.cadre },
  });
  const { form, protocolVersion, findings } = visit;
  const entry = story.write({
    ...{ form, protocolVersion, findings, answers: visit.answers, subject: contact.child, on: contact.on },
    ...{ phone: phoneOf(means), author: worker.author, facility, late: random.chance(0.02) ? 1 + random.whole(6) : 0 },
  });
  return { visit, entry };
};
