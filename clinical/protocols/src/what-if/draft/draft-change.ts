/** The changes of a draft as plain data: typed on a page, stored by a server, applied to the sheets by `draft.ts`. */
import type { Text } from '@denba/quantities/text';

export type DraftChange =
  /** A new value of a parameter: a cut-off, an interval, a switch. */
  | { readonly kind: 'parameter'; readonly name: string; readonly value: number | boolean | string }
  /** A cell of a rule, by its column (`when: waz`, `then: level`), written as in the sheet; `-` means no condition. */
  | { readonly kind: 'cell'; readonly row: string; readonly column: string; readonly text: string }
  /** A cell of the calendar, by its column (`due_days`, `window_after_days`). */
  | { readonly kind: 'schedule'; readonly contact: string; readonly column: string; readonly text: string }
  /**
   * A new rule of a table (`MAMI.DT.07`), inserted before another rule, or at the end when `before` is `null`. `cells`
   * has its cells by column, including `id` and the reason in both languages.
   */
  | {
      readonly kind: 'addRow';
      readonly table: string;
      readonly before: string | null;
      readonly cells: Readonly<Record<string, string>>;
    }
  /** A worked case that belongs to the draft: the given inputs, and what the draft concluded from them. */
  | {
      readonly kind: 'addCase';
      readonly id: string;
      readonly title: Text;
      readonly given: Readonly<Record<string, unknown>>;
      readonly expect: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'removeRow'; readonly row: string };

export type Draft = {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly changes: readonly DraftChange[];
};
