/**
 * A compact form of a note for the QR code: an array whose positions have a meaning, days as numbers, known codes as
 * their index in a list. A position never changes its meaning; a later version appends positions, which an older reader
 * counts and ignores. Unknown is `null`.
 */
import { fromDayNumber, type LocalDate, toDayNumber } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import { confidences, emptyNote, type NoteFacts, type NoteKind, type TimeOfDay } from '../note/note-facts.ts';
import { codeIn, codeOut } from './coded-lists.ts';
import { longId, shortId } from './short-id.ts';

const PLACES = 41;

export const compactNote = (note: NoteFacts): readonly JsonValue[] => {
  const { from, to, family, mother, child, measures, pair, stay } = note;
  const on = toDayNumber(note.on);
  const before = (day: LocalDate | null): number | null => (day === null ? null : on - toDayNumber(day));
  const places: readonly JsonValue[] = [
    codeOut('kind', note.kind),
    on,
    minutesOf(note.at),
    from.centre,
    from.author,
    tight(from.phone),
    codeOut('place', to.place),
    to.facility,
    flagOut(note.urgent),
    idOut(family.id),
    family.village,
    tight(family.phone),
    idOut(mother.id),
    mother.name,
    before(mother.birthDate),
    codeOut('status', mother.status),
    flagOut(mother.toSee),
    idOut(child.id),
    child.name,
    codeOut('sex', child.sex),
    before(child.birthDate),
    child.birthWeightG,
    child.gestationalAgeDays,
    child.birthCount,
    child.birthOrder,
    note.weighings.map((weighing) => [before(weighing.on), weighing.weightG, hundredths(weighing.waz)]),
    measures.lengthCm,
    hundredths(measures.wlz),
    measures.muacMm,
    codeOut('oedema', measures.oedema),
    codeOut('pair', pair.code),
    flagOut(pair.answered),
    note.reasons,
    note.dangerSigns,
    note.care.map(({ action, given, at }) => [codeOut('care', action), flagOut(given), minutesOf(at)]),
    note.confided.map((code) => codeOut('confided', code)),
    // What a hospital writes back comes last, because most notes have none of it and trailing nulls are cut off.
    [before(stay.admittedOn), before(stay.dischargedOn), before(stay.nextVisitOn)],
    [stay.diagnosis, stay.treatment, stay.advice],
    stay.weightG,
    codeOut('outcome', stay.outcome),
    note.toApprove ? 1 : null,
  ];
  return places.slice(0, places.findLastIndex(isSaid) + 1);
};

/** `unread`: the number of values from a newer Denba that are ignored. Returns `null` for content that is no note. */
export const noteFromCompact = (content: JsonValue): { readonly note: NoteFacts; readonly unread: number } | null => {
  const places = list(content);
  const at = (place: number): JsonValue | undefined => places[place];
  const kind = codeIn('kind', at(0));
  const on = count(at(1));
  const centre = text(at(3));
  if (kind === null || !isKind(kind) || on === null || !isDay(on) || centre === null) return null;
  const before = (value: JsonValue | undefined): LocalDate | null =>
    typeof value === 'number' && isDay(on - value) ? fromDayNumber(on - value) : null;
  const [admitted, discharged, nextVisit] = list(at(36));
  const [diagnosis, treatment, advice] = list(at(37));
  const note: NoteFacts = {
    ...emptyNote(kind, fromDayNumber(on), { centre, author: text(at(4)) ?? '', phone: text(at(5)) }),
    at: timeOf(at(2)),
    to: { place: codeIn('place', at(6)), facility: text(at(7)) },
    urgent: flag(at(8)),
    family: { id: id(at(9)), village: text(at(10)), phone: text(at(11)) },
    mother: {
      id: id(at(12)),
      name: text(at(13)),
      birthDate: before(at(14)),
      status: codeIn('status', at(15)),
      toSee: flag(at(16)) === true,
    },
    child: {
      id: id(at(17)),
      name: text(at(18)),
      sex: codeIn('sex', at(19)),
      birthDate: before(at(20)),
      birthWeightG: count(at(21)),
      gestationalAgeDays: count(at(22)),
      birthCount: count(at(23)),
      birthOrder: count(at(24)),
    },
    weighings: list(at(25)).flatMap((item) => {
      const [day, weight, waz] = list(item);
      const [weighedOn, weightG] = [before(day), count(weight)];
      return weighedOn === null || weightG === null ? [] : [{ on: weighedOn, weightG, waz: fromHundredths(waz) }];
    }),
    measures: {
      lengthCm: count(at(26)),
      wlz: fromHundredths(at(27)),
      muacMm: count(at(28)),
      oedema: codeIn('oedema', at(29)),
    },
    pair: { code: codeIn('pair', at(30)), answered: flag(at(31)) === true },
    reasons: texts(at(32)),
    dangerSigns: texts(at(33)),
    care: list(at(34)).flatMap((item) => {
      const [code, given, when] = list(item);
      const action = codeIn('care', code);
      return action === null ? [] : [{ action, given: flag(given) === true, at: timeOf(when) }];
    }),
    confided: confidences.filter((known) => list(at(35)).some((code) => codeIn('confided', code) === known)),
    toApprove: flag(at(40)) === true,
    stay: {
      admittedOn: before(admitted),
      dischargedOn: before(discharged),
      nextVisitOn: before(nextVisit),
      diagnosis: text(diagnosis),
      treatment: text(treatment),
      advice: text(advice),
      weightG: count(at(38)),
      outcome: codeIn('outcome', at(39)),
    },
  };
  return { note, unread: places.slice(PLACES).filter(isSaid).length };
};

const isSaid = (value: JsonValue): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && !value.some(isSaid));

const isKind = (code: string): code is NoteKind =>
  code === 'referral' || code === 'counter-referral' || code === 'hand-over';

/** Whether a day number is in the years 1900 to 2173; others cannot be days of a life. */
const isDay = (day: number): boolean => Number.isInteger(day) && day > -25_568 && day < 74_500;

const flagOut = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0);
const flag = (value: JsonValue | undefined): boolean | null => (value === 1 ? true : value === 0 ? false : null);
const hundredths = (value: number | null): number | null => (value === null ? null : Math.round(value * 100));
const fromHundredths = (value: JsonValue | undefined): number | null =>
  typeof value === 'number' ? value / 100 : null;
const idOut = (value: string | null): string | null => (value === null ? null : shortId(value));
const id = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? longId(value) : null);
const text = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const texts = (value: JsonValue | undefined): readonly string[] => list(value).flatMap((item) => text(item) ?? []);
const count = (value: JsonValue | undefined): number | null => (typeof value === 'number' && value >= 0 ? value : null);
const list = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
/** A telephone number without spaces. */
const tight = (phone: string | null): string | null => phone?.replace(/\s/g, '') ?? null;

const minutesOf = (at: TimeOfDay | null): number | null => {
  const found = /^(\d{2}):(\d{2})$/.exec(at ?? '');
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
};

const timeOf = (value: JsonValue | undefined): TimeOfDay | null => {
  const minutes = count(value);
  if (minutes === null || !Number.isInteger(minutes) || minutes >= 24 * 60) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
