/**
 * Plans what a list of places would do, without doing it: which are new, which change, which stay. A place is
 * identified by its code. A list cannot change its kind or its parent: what was counted there would move with it.
 */
import * as v from 'valibot';
import type { PlaceKind } from '../database/tables.ts';
import { cellProblem } from './cell-problems.ts';
import type { Place } from './known-place.ts';
import { isPlaceKind, mayLieIn } from './place-kinds.ts';
import { placeCode, placeName } from './place-shape.ts';
import { populationColumn, type Sheet, type SheetProblem, type SheetRow } from './place-sheet.ts';

export type Described = {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly parentCode: string;
  readonly dhis2Uid: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** By year. Years that the list does not give stay as they are. */
  readonly populations: ReadonlyMap<number, number>;
};

export type Existing = Place &
  Pick<Described, 'dhis2Uid' | 'latitude' | 'longitude' | 'populations'> & {
    /** Code of its parent. */
    readonly parentCode: string | null;
    /** Whether the person who imports may write to the place. */
    readonly hers: boolean;
    /** The person may write to it but not to its parent, so her list may leave the parent out. */
    readonly highest: boolean;
    readonly closed: boolean;
  };

export type ImportPlan = {
  /** Sorted so that a place comes after its parent. */
  readonly create: readonly Described[];
  readonly update: readonly (Described & { readonly id: string })[];
  readonly unchanged: number;
  readonly problems: readonly SheetProblem[];
};

/** `existing`: every place that has a code, by it. */
export const planImport = (sheet: Sheet, existing: ReadonlyMap<string, Existing>): ImportPlan => {
  const problems: SheetProblem[] = [...sheet.problems];
  const read = sheet.rows.map((row) => ({ row, place: describe(row, problems) }));
  const inFile = new Map(read.map(({ place }) => [place.code, place]));
  const seen = new Set<string>();
  const create: Described[] = [];
  const update: (Described & { readonly id: string })[] = [];
  let unchanged = 0;
  for (const { row, place } of read) {
    const { line } = row;
    if (place.code !== '' && seen.has(place.code)) problems.push(cellProblem(line, 'code', 'code-twice'));
    seen.add(place.code);
    const known = existing.get(place.code);
    if (known !== undefined && !known.hers) problems.push(cellProblem(line, 'code', 'code-taken'));
    else if (known !== undefined) {
      if (known.kind !== place.kind) problems.push(cellProblem(line, 'kind', 'kind-changes'));
      const stays = known.parentCode === place.parentCode || (known.highest && place.parentCode === '');
      if (!stays) problems.push(cellProblem(line, 'parent_code', 'parent-changes'));
      if (isSame(known, place)) unchanged += 1;
      else update.push({ ...place, id: known.id });
    } else {
      const problem = parentProblem(row, place, inFile, existing);
      if (problem !== null) problems.push(problem);
      create.push(place);
    }
  }
  const inOrder = problems.toSorted((a, b) => a.line - b.line);
  return { create: parentsFirst(create), update, unchanged, problems: inOrder };
};

const describe = ({ line, cells, populations: written }: SheetRow, problems: SheetProblem[]): Described => {
  const { code, name, kind, parent_code: parentCode, dhis2_uid: dhis2Uid } = cells;
  if (code === '') problems.push(cellProblem(line, 'code', 'code-missing'));
  else if (!v.is(placeCode, code)) problems.push(cellProblem(line, 'code', 'code-wrong'));
  if (!v.is(placeName, name)) problems.push(cellProblem(line, 'name', 'name-wrong'));
  if (!isPlaceKind(kind)) problems.push(cellProblem(line, 'kind', 'kind-wrong'));
  if (dhis2Uid !== '' && !/^[A-Za-z][A-Za-z0-9]{10}$/.test(dhis2Uid)) {
    problems.push(cellProblem(line, 'dhis2_uid', 'dhis2-wrong'));
  }
  const degrees = (column: 'latitude' | 'longitude', most: number): number | null => {
    if (cells[column] === '') return null;
    const written = cells[column].replace(',', '.').replace('−', '-');
    const value = /^-?\d{1,3}(\.\d{1,12})?$/.test(written) ? Number(written) : Number.NaN;
    if (!(Math.abs(value) <= most)) problems.push(cellProblem(line, column, 'degrees-wrong'));
    return value;
  };
  const populations = [...written].map(([year, people]): readonly [number, number] => {
    const digits = people.replaceAll(/[\s\u00a0\u202f]/g, '');
    const value = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
    if (value < 1 || value > MOST_PEOPLE) problems.push(cellProblem(line, populationColumn(year), 'people-wrong'));
    return [year, value];
  });
  return {
    populations: new Map(populations),
    code,
    name,
    kind: isPlaceKind(kind) ? kind : 'site',
    parentCode,
    dhis2Uid: dhis2Uid || null,
    latitude: degrees('latitude', 90),
    longitude: degrees('longitude', 180),
  };
};

const parentProblem = (
  { line }: SheetRow,
  { code, kind, parentCode }: Described,
  inFile: ReadonlyMap<string, Described>,
  existing: ReadonlyMap<string, Existing>,
): SheetProblem | null => {
  if (parentCode === code) return cellProblem(line, 'parent_code', 'parent-circle');
  const known = existing.get(parentCode);
  // The parent may be in the file only; each step up is to a higher kind, so a chain of such parents cannot be a cycle.
  const parent = known === undefined ? inFile.get(parentCode) : known.hers ? known : undefined;
  if (parentCode === '' || parent === undefined) return cellProblem(line, 'parent_code', 'parent-unknown');
  if (known?.closed === true) return cellProblem(line, 'parent_code', 'parent-closed');
  return mayLieIn(kind, parent.kind) ? null : cellProblem(line, 'parent_code', 'parent-kind');
};

/** The same limit as on the page (`change-place.ts`). */
const MOST_PEOPLE = 2_000_000_000;

const isSame = (known: Existing, { name, dhis2Uid, latitude, longitude, populations }: Described): boolean =>
  [...populations].every(([year, people]) => known.populations.get(year) === people) &&
  known.name === name &&
  known.dhis2Uid === dhis2Uid &&
  known.latitude === latitude &&
  known.longitude === longitude;

/** A place is always of a lower kind than its parent, so sorting by kind puts parents first. */
const parentsFirst = (places: readonly Described[]): readonly Described[] =>
  places.toSorted((a, b) => {
    if (mayLieIn(a.kind, b.kind)) return 1;
    return mayLieIn(b.kind, a.kind) ? -1 : 0;
  });
