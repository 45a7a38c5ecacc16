/**
 * Every table, how it is stored in a spread database, and whether a backup holds it. A test compares this list with the
 * migrations, so a new table must be added here. Sorted so that rows can be restored: a table comes after those that it
 * refers to.
 */
export type TableFacts = {
  readonly name: string;
  /** `spread`: distributed over the machines by `place_id`. `everywhere`: the same on every machine. */
  readonly kept: 'spread' | 'everywhere';
  /** Columns that identify a row, in the order in which a backup reads them; in a spread table, within one place. */
  readonly key: readonly string[];
  /** Why a backup leaves the table out; `null`: a backup holds it. */
  readonly leftOutOfBackup: string | null;
};

const everywhere = (name: string, ...key: readonly string[]): TableFacts => ({
  name,
  key,
  kept: 'everywhere',
  leftOutOfBackup: null,
});
const spread = (name: string, ...key: readonly string[]): TableFacts => ({
  name,
  key,
  kept: 'spread',
  leftOutOfBackup: null,
});
const without = (table: TableFacts, leftOutOfBackup: string): TableFacts => ({ ...table, leftOutOfBackup });

const MADE_AGAIN = 'made again from what the families say';

export const everyTable: readonly TableFacts[] = [
  // The path of a place begins with that of its parent, so parents are read, and restored, first.
  everywhere('place', 'path'),
  everywhere('place_population', 'place_id', 'year'),
  everywhere('place_outline', 'place_id'),
  everywhere('account', 'id'),
  everywhere('account_role', 'account_id', 'role', 'place_id'),
  everywhere('account_maker', 'account_id', 'made_by'),
  everywhere('identity', 'account_id'),
  everywhere('device', 'id'),
  // Parcels encrypted to old keys may still be under way.
  everywhere('courier_key', 'id'),
  everywhere('protocol_pack', 'id'),
  everywhere('place_pack', 'place_id'),
  everywhere('protocol_draft', 'id'),
  everywhere('draft_approval', 'draft_id', 'account_id'),
  everywhere('draft_giving', 'id'),
  // Phones trust the key that they got when they joined.
  everywhere('pack_key', 'id'),
  everywhere('recovery_key', 'device_id'),
  without(everywhere('recovery_request', 'device_id'), 'a key that was shown since would be shown again'),
  without(everywhere('session', 'id'), 'whoever signed out since would be signed in again'),
  without(everywhere('join_code', 'id'), 'a code that was used since would open a centre again'),
  without(everywhere('sign_in_failure', 'tried'), 'of the last day only'),
  spread('place_feed'),
  spread('device_log', 'device_id'),
  spread('entry', 'position'),
  spread('circle', 'family', 'other_place_id'),
  spread('family_summary', 'family'),
  spread('family_to_fold', 'family'),
  without(spread('possible_double', 'family', 'other'), MADE_AGAIN),
  without(spread('doubles_compared'), MADE_AGAIN),
  without(spread('indicator_figure', 'indicator', 'month', 'stratum', 'value'), MADE_AGAIN),
  without(spread('figure_below', 'indicator', 'month', 'stratum', 'value'), MADE_AGAIN),
  without(spread('figure_pending', 'id'), MADE_AGAIN),
  without(spread('figure_state'), MADE_AGAIN),
  without(spread('figure_change', 'on_day', 'family'), MADE_AGAIN),
  spread('figure_frozen', 'indicator', 'month', 'stratum', 'value'),
  spread('month_closed', 'month'),
  spread('report_comment', 'month', 'version'),
  spread('quarantine', 'device_id', 'seq', 'hash'),
  spread('audit', 'position'),
  spread('audit_head'),
];

export const tablesOfBackup = everyTable.filter(({ leftOutOfBackup }) => leftOutOfBackup === null);
