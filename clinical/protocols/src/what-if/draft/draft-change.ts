/** What a draft changes, as plain data: typed on a page, kept by a server, laid over the sheets by `draft.ts`. */
import type { Text } from '@denba/quantities/text';

export type DraftChange =
  /** A cut-off, an interval, a switch. */
  | { readonly kind: 'parameter'; readonly name: string; readonly value: number | boolean | string }
  /** A cell of a rule: `when: waz`, `then: level`, as the sheet writes it; `-` asks nothing. */
  | { readonly kind: 'cell'; readonly row: string; readonly column: string; readonly text: string }
  /** A cell of the calendar: `due_days`, `window_after_days`. */
  | { readonly kind: 'schedule'; readonly contact: string; readonly column: string; readonly text: string }
  /**
   * A new rule of a table (`MAMI.DT.07`), before another of it or at its end (`null`); its cells by column, `id` and the
   * reason in both languages among them.
   */
  | {
      readonly kind: 'addRow';
      readonly table: string;
      readonly before: string | null;
      readonly cells: Readonly<Record<string, string>>;
    }
  /** A worked case of the draft's own: what is given, and what the draft was seen to conclude from it. */
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
