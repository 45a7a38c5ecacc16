/**
 * The rows of the list as the app sees them: a map that reads from the cards and copies nothing, since a phone has
 * thousands of families and a save changes one. The session returns a new view after each change, so that callers
 * notice the change by its identity; an older view shows the current rows, not the former ones.
 */
import type { FamilyId } from '@denba/records/ids';
import type { Cards } from './cards.ts';

export class RowsView<Row> implements ReadonlyMap<FamilyId, Row> {
  readonly #cards: Cards<Row>['byRoot'];

  constructor({ byRoot }: Cards<Row>) {
    this.#cards = byRoot;
  }

  get size(): number {
    return this.#cards.size;
  }

  get(family: FamilyId): Row | undefined {
    return this.#cards.get(family)?.projected.row;
  }

  has(family: FamilyId): boolean {
    return this.#cards.has(family);
  }

  keys(): MapIterator<FamilyId> {
    return this.#cards.keys();
  }

  *values(): Generator<Row, undefined> {
    for (const { projected } of this.#cards.values()) yield projected.row;
    return undefined;
  }

  *entries(): Generator<[FamilyId, Row], undefined> {
    for (const [family, { projected }] of this.#cards) yield [family, projected.row];
    return undefined;
  }

  [Symbol.iterator](): Generator<[FamilyId, Row], undefined> {
    return this.entries();
  }

  forEach(visit: (row: Row, family: FamilyId, rows: ReadonlyMap<FamilyId, Row>) => void): void {
    for (const [family, row] of this.entries()) visit(row, family, this);
  }
}
