/** Counts by month, place and two values, all of them given as numbers. */
import type { Column } from '../replay/assessment-columns.ts';
import { TupleTable } from '../replay/tuple-table.ts';

export class Tally {
  readonly #keys = new TupleTable(4);
  readonly #counts: number[] = [];
  readonly #key = new Int32Array(4);

  add(month: number, place: number, one: number, other: number): void {
    const key = this.#key;
    key[0] = month;
    key[1] = place;
    key[2] = one;
    key[3] = other;
    const number = this.#keys.number(key);
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }

  told<Row>(months: Column, places: Column, row: (cell: TallyCell) => Row): readonly Row[] {
    return this.#counts.map((count, number) =>
      row({
        month: String(months.values[this.#keys.at(number, 0)] ?? ''),
        place: String(places.values[this.#keys.at(number, 1)] ?? ''),
        one: this.#keys.at(number, 2),
        other: this.#keys.at(number, 3),
        count,
      }),
    );
  }
}

export type TallyCell = {
  readonly month: string;
  readonly place: string;
  readonly one: number;
  readonly other: number;
  readonly count: number;
};
