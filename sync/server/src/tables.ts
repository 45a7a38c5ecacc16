/**
 * The tables that sync reads and writes, as Kysely types. Their SQL and its rules are in the migrations of apps/server.
 */
import type { ColumnType, Generated } from 'kysely';

/** The driver returns a PostgreSQL bigint as text; the values here stay far below 2^53. */
type Big = ColumnType<string, number | string, number | string>;
type Json = ColumnType<unknown, string, string>;

/** The driver returns a date as a moment in the server's own time zone: select it as text. */
type Day = ColumnType<Date, string, string>;

type FigureTable = {
  readonly place_id: string;
  readonly indicator: string;
  readonly month: string;
  readonly stratum: string;
  readonly value: string;
  readonly denominator: Big;
  readonly numerator: Big;
  readonly unknown: Big;
  readonly total: Big;
};

export type SyncTables = {
  readonly place_feed: { readonly place_id: string; readonly last_position: Big };
  readonly device_log: {
    readonly place_id: string;
    readonly device_id: string;
    readonly acknowledged: Big;
    readonly head: Buffer | null;
  };
  readonly entry: {
    readonly place_id: string;
    readonly position: Big;
    readonly device_id: string;
    readonly seq: Big;
    readonly hash: Buffer;
    readonly id: string;
    readonly family: string;
    readonly recorded_at: string;
    readonly received_at: Date;
    readonly body: Buffer;
    readonly clock_off_ms: ColumnType<string | null, number | string | null | undefined, never>;
  };
  readonly circle: {
    readonly place_id: string;
    readonly family: string;
    readonly other_place_id: string;
    readonly since: Date;
  };
  readonly family_summary: {
    readonly place_id: string;
    readonly family: string;
    /** The families that are read together with it, itself included. */
    readonly families: readonly string[];
    readonly entries: number;
    readonly summary: Json;
    readonly facts: Json;
  };
  readonly family_to_fold: { readonly place_id: string; readonly family: string };
  readonly possible_double: {
    readonly place_id: string;
    readonly family: string;
    readonly other: string;
    readonly strength: string;
    readonly reasons: readonly string[];
  };
  readonly doubles_compared: { readonly place_id: string; readonly on_day: Day };
  readonly indicator_figure: FigureTable;
  readonly figure_below: FigureTable;
  readonly figure_pending: { readonly place_id: string; readonly id: string; readonly cells: Json };
  readonly figure_frozen: FigureTable;
  readonly figure_state: { readonly place_id: string; readonly content: string; readonly counted_on: Day };
  readonly figure_change: { readonly place_id: string; readonly on_day: Day; readonly family: string };
  readonly month_closed: {
    readonly place_id: string;
    readonly month: string;
    readonly closed_at: Date;
    readonly with_stocks: Generated<boolean>;
  };
  readonly quarantine: {
    readonly place_id: string;
    readonly device_id: string;
    readonly seq: Big;
    readonly hash: Buffer;
    readonly reason: string;
    readonly body: Buffer;
    readonly received_at: Date;
    readonly resolved_at: Date | null;
    readonly resolved_by: string | null;
    readonly resolution: string | null;
    readonly taken_in: Generated<boolean>;
  };
  readonly device: { readonly place_id: string; readonly facility: string };
  readonly place: { readonly id: string; readonly closed_on: ColumnType<Date | null, string | null, string | null> };
  readonly audit_head: { readonly place_id: string; readonly last_position: Big; readonly hash: Buffer };
  readonly audit: {
    readonly place_id: string;
    readonly position: Big;
    readonly at: Date;
    readonly actor: string;
    readonly act: string;
    readonly family: string | null;
    readonly detail: Json;
    readonly previous: Buffer;
    readonly hash: Buffer;
  };
};

export type { Generated };
