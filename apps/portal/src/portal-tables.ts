/** The tables that the portal reads. Their SQL is in the migrations of apps/server. */
import type { SyncTables } from '@denba/sync-server/tables';

export type PlaceKind = 'country' | 'region' | 'district' | 'health_centre' | 'hospital' | 'site';

export type PortalTables = Omit<SyncTables, 'place' | 'device'> & {
  readonly place: {
    readonly id: string;
    readonly parent_id: string | null;
    readonly kind: PlaceKind;
    readonly name: string;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly path: string;
  };
  readonly place_outline: { readonly place_id: string; readonly rings: unknown };
  readonly place_population: { readonly place_id: string; readonly year: number; readonly population: number };
  readonly device: {
    readonly id: string;
    readonly place_id: string;
    readonly name: string;
    readonly facility: string;
    readonly joined_at: Date;
    readonly revoked_at: Date | null;
    readonly last_seen_at: Date | null;
    readonly last_sent_at: Date | null;
  };
  readonly report_comment: {
    readonly place_id: string;
    readonly month: string;
    readonly version: number;
    readonly good: string;
    readonly hard: string;
    readonly decided: string;
    readonly needed: string;
    readonly written_by: string;
    readonly written_at: Date;
  };
  readonly account: { readonly id: string; readonly name: string; readonly closed_at: Date | null };
  readonly account_role: { readonly account_id: string; readonly role: string; readonly place_id: string };
};
