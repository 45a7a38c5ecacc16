/** Every table as Kysely types. The SQL, with its rules: `migrations/`. */
import type { SyncTables } from '@denba/sync-server/tables';
import type { ColumnType, Generated } from 'kysely';

type Big = ColumnType<string | null, number | string | null, number | string | null>;

export type PlaceKind = 'country' | 'region' | 'district' | 'health_centre' | 'hospital' | 'site';

type PlaceTables = {
  readonly place: {
    readonly id: string;
    readonly parent_id: string | null;
    readonly kind: PlaceKind;
    readonly name: string;
    readonly code: string | null;
    readonly dhis2_uid: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly path: string;
    readonly closed_on: ColumnType<Date | null, string | null, string | null>;
  };
  readonly place_outline: {
    readonly place_id: string;
    readonly rings: ColumnType<unknown, string, string>;
    readonly brought_by: string;
    readonly brought_at: Date;
  };
  readonly place_population: { readonly place_id: string; readonly year: number; readonly population: number };
};

type PeopleTables = {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly sign_in_name: string;
    readonly password_hash: string | null;
    /** Whether somebody else made the password, which then has to be replaced. */
    readonly password_made: Generated<boolean>;
    readonly totp_secret: Buffer | null;
    readonly totp_step: Big;
    readonly created_at: Date;
    readonly closed_at: Date | null;
  };
  readonly account_role: {
    readonly account_id: string;
    readonly role: string;
    readonly place_id: string;
    readonly granted_by: string | null;
    readonly granted_at: Date;
  };
  readonly session: {
    readonly id: Buffer;
    readonly account_id: string;
    readonly created_at: Date;
    readonly expires_at: Date;
  };
  readonly account_maker: { readonly account_id: string; readonly made_by: string };
  readonly identity: {
    readonly account_id: string;
    readonly email: string;
    readonly issuer: string | null;
    readonly subject: string | null;
    readonly bound_at: Date | null;
  };
  readonly sign_in_failure: { readonly tried: string; readonly failures: number; readonly next_at: Date };
};

type DeviceTables = {
  readonly join_code: {
    readonly id: Buffer;
    readonly place_id: string;
    readonly made_by: string;
    readonly expires_at: Date;
    readonly used_at: Date | null;
    readonly used_by: string | null;
  };
  readonly device: {
    readonly id: string;
    readonly place_id: string;
    readonly name: string;
    readonly facility: string;
    readonly public_key: Buffer;
    readonly token_hash: Buffer;
    readonly joined_at: Date;
    readonly revoked_at: Date | null;
    readonly revoked_by: string | null;
    /** When it last read or sent. */
    readonly last_seen_at: Date | null;
    /** When entries of it last came, also by somebody who carried them. */
    readonly last_sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    readonly clock_off_ms: Big;
  };
};

type CourierTables = {
  readonly courier_key: {
    readonly id: string;
    readonly public_key: Buffer;
    readonly private_key: Buffer;
    readonly made_at: Date;
  };
};

type PackTables = {
  readonly protocol_pack: {
    readonly id: string;
    readonly protocol: string;
    readonly version: string;
    readonly title_fr: string;
    readonly title_en: string;
    readonly overlays: string;
    readonly content: Buffer;
    readonly brought_by: string | null;
    readonly brought_at: Date;
  };
  readonly place_pack: {
    readonly place_id: string;
    readonly pack_id: string;
    readonly given_by: string;
    readonly given_at: Date;
  };
  readonly pack_key: {
    readonly id: string;
    readonly public_key: Buffer;
    readonly private_key: Buffer;
    readonly made_at: Date;
  };
};

type DraftTables = {
  readonly protocol_draft: {
    readonly id: string;
    readonly place_id: string;
    readonly base_pack: string;
    readonly title_fr: string;
    readonly title_en: string;
    /** JSON array of `ReasonedChange`. */
    readonly changes: ColumnType<unknown, string, string>;
    readonly author: string;
    readonly made_at: Date;
    readonly pack_id: string | null;
    readonly laid_aside_at: Date | null;
  };
  readonly draft_approval: {
    readonly draft_id: string;
    readonly account_id: string;
    readonly pack_id: string;
    readonly approved_at: Date;
  };
  readonly draft_giving: {
    readonly id: string;
    readonly draft_id: string;
    readonly place_id: string;
    readonly pack_id: string;
    readonly from_day: ColumnType<Date, string, string>;
    readonly given_by: string;
    readonly given_at: Date;
    readonly withdrawn_by: string | null;
    readonly withdrawn_at: Date | null;
  };
};

type RecoveryTables = {
  readonly recovery_key: {
    readonly device_id: string;
    readonly courier_key_id: string;
    readonly enc: string;
    readonly sealed: string;
    readonly received_at: Date;
  };
  readonly recovery_request: {
    readonly device_id: string;
    readonly asked_by: string;
    readonly reason: string;
    readonly asked_at: Date;
    readonly agreed_by: string | null;
    readonly agreed_at: Date | null;
    readonly ended_at: Date | null;
  };
};

export type Tables = Omit<SyncTables, 'place' | 'device'> &
  PlaceTables &
  PeopleTables &
  DeviceTables &
  CourierTables &
  PackTables &
  DraftTables &
  RecoveryTables;
