/** What the pages of the portal need: the database, the indicators, the rules of care, and the protocols. */
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { Kysely } from 'kysely';
import type { PortalTables } from './portal-tables.ts';
import type { PackShelf } from './protocol/pack-shelf.ts';

export type PortalSite = {
  readonly db: Kysely<PortalTables>;
  readonly indicators: IndicatorSet;
  /** The number of protocol parameters that no clinician has approved yet; `null`: not known. */
  readonly unapproved: number | null;
  /** The rules that decide who missed a visit; `null`: the page of missing children does not exist. */
  readonly rules: CareRules | null;
  readonly packs: PackShelf;
};
