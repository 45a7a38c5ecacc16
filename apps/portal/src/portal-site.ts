/** What the pages of the portal need: the database, the content that says what is counted, and what writes readings down. */
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { Kysely } from 'kysely';
import type { PortalTables } from './portal-tables.ts';
import type { PackShelf } from './protocol/pack-shelf.ts';

export type PortalSite = {
  readonly db: Kysely<PortalTables>;
  readonly indicators: IndicatorSet;
  /** Parameters of the protocol that no clinician has approved yet; `null`: not known. */
  readonly unapproved: number | null;
  /** By which follow-up is judged; `null`: nobody is said to be missing. */
  readonly rules: CareRules | null;
  readonly packs: PackShelf;
};
