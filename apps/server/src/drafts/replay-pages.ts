/**
 * The pages of the replay of a draft: start, progress and stop; its figures, its infants, and the comparison with
 * another draft.
 */
import { besidePage } from '@denba/portal/draft/beside-page';
import { draftAddress } from '@denba/portal/draft/draft-address';
import { infantPage, infantsPage } from '@denba/portal/draft/infant-pages';
import { replayPage } from '@denba/portal/draft/replay-page';
import type { UnitCosts } from '@denba/protocols/what-if/compare/cost';
import { addAudit } from '@denba/sync-server/audit';
import type { adminPages } from '../admin/admin-pages.ts';
import type { OwnVisit } from '../admin/visit.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import type { ManagedSite } from '../managed-site.ts';
import { may, pathsWhere } from '../people/authorisation.ts';
import { portalVisit } from '../portal/portal-visits.ts';
import type { DraftDesk } from './draft-desk.ts';
import { draftTo, type ListedDraft, listDrafts } from './draft-store.ts';
import { type Scope, scopeOf } from './read-entries.ts';

const PAGE = 50;

export const replayPages = ({ own }: ReturnType<typeof adminPages>, site: ManagedSite, desk: DraftDesk): void => {
  const { db } = site;
  const open = async (visit: OwnVisit) => {
    const draft = await draftTo(db, visit.viewer, 'read', visit.params['draft'] ?? '');
    const scope = await scopeOf(db, pathsWhere(visit.viewer.grants, 'read', 'figures'));
    const names = new Map(scope.places.map(({ id, name }) => [id, name]));
    const paths = new Map(scope.places.map(({ id, path }) => [id, path]));
    const mayOpen = (place: string): boolean => may(visit.viewer.grants, 'read', 'register', paths.get(place) ?? '');
    return { draft, scope, mayOpen, placeName: (id: string): string => names.get(id) ?? id };
  };
  const doneOf = (draft: ListedDraft, scope: Scope) => {
    const state = desk.replayOf(draft, scope);
    return state.kind === 'done' ? state : null;
  };

  own.page('/drafts/:draft/replay', async (visit) => {
    const { draft, scope, mayOpen, placeName } = await open(visit);
    const state = desk.replayOf(draft, scope);
    const others = (await listDrafts(db, visit.viewer)).filter(
      (other) => other.id !== draft.id && other.basePack === draft.basePack && doneOf(other, scope) !== null,
    );
    return replayPage(portalVisit(visit), {
      draft,
      placeName,
      mayOpen,
      others,
      centres: scope.places.length,
      costs: costsIn(visit),
      replay: state.kind === 'done' ? { kind: 'done', result: state.result, seconds: state.ms / 1000 } : state,
      mayOpenInfants: scope.places.some(({ id }) => mayOpen(id)),
    });
  });
  own.form('/drafts/:draft/replay', async (visit) => {
    const { draft, scope } = await open(visit);
    desk.startReplay(draft, scope);
    return { to: draftAddress(draft.id, 'replay') };
  });
  own.form('/drafts/:draft/replay/stop', async (visit) => {
    const { draft, scope } = await open(visit);
    desk.stopReplay(draft, scope);
    return { to: draftAddress(draft.id, 'replay') };
  });

  own.page('/drafts/:draft/infants', async (visit) => {
    const { draft, scope, mayOpen, placeName } = await open(visit);
    if (!scope.places.some(({ id }) => mayOpen(id))) throw notAllowed();
    const done = doneOf(draft, scope);
    if (done === null) return { to: draftAddress(draft.id, 'replay') };
    const all = done.result.infants.filter(({ place }) => mayOpen(place));
    const asked = Math.trunc(Number(new URLSearchParams(visit.search).get('page')) || 1);
    const page = Math.max(1, Math.min(asked, Math.ceil(all.length / PAGE) || 1));
    const infants = all.slice((page - 1) * PAGE, page * PAGE);
    await writeReading(site, visit, draft.id, infants);
    const shown = { draft, infants, total: all.length, page, size: PAGE, placeName };
    return infantsPage(portalVisit(visit), shown);
  });
  own.page('/drafts/:draft/infants/:index', async (visit) => {
    const { draft, scope, mayOpen, placeName } = await open(visit);
    if (!scope.places.some(({ id }) => mayOpen(id))) throw notAllowed();
    const done = doneOf(draft, scope);
    const infant = done?.result.infants.find(({ index }) => String(index) === visit.params['index']);
    if (done === null || infant === undefined || !mayOpen(infant.place)) throw notFound();
    const why = await desk.why(draft, done.entries, infant.index);
    if (why === null) return { to: draftAddress(draft.id, 'replay') };
    await writeReading(site, visit, draft.id, [infant]);
    return infantPage(portalVisit(visit), draft, infant, why, placeName(infant.place));
  });

  own.page('/drafts/:draft/beside', async (visit) => {
    const { draft, scope, mayOpen } = await open(visit);
    const other = await draftTo(db, visit.viewer, 'read', new URLSearchParams(visit.search).get('other') ?? '');
    const [one, two] = [doneOf(draft, scope), doneOf(other, scope)];
    if (one === null || two === null || draft.basePack !== other.basePack) {
      return { to: draftAddress(draft.id, 'replay') };
    }
    return besidePage(portalVisit(visit), {
      drafts: [
        { ...draft, result: one.result },
        { ...other, result: two.result },
      ],
      costs: costsIn(visit),
      open: scope.places.every(({ id }) => mayOpen(id)),
      isSame: one.entries === two.entries,
    });
  });
};

/** Costs from the query of the URL; anything that is not a number counts as 0. */
const costsIn = ({ search }: OwnVisit): UnitCosts => {
  const asked = new URLSearchParams(search);
  const cost = (name: string): number => {
    const typed = Number((asked.get(name) ?? '').replace(',', '.').replaceAll(/[\s\u00a0\u202f]/g, ''));
    return Number.isFinite(typed) && typed > 0 && typed < 1e9 ? typed : 0;
  };
  return { visit: cost('visit'), enrolment: cost('enrolment'), referral: cost('referral') };
};

/** Records in the audit of each place whose families are read, before they are shown. */
const writeReading = (
  { db, now }: ManagedSite,
  { viewer, address: from }: OwnVisit,
  draft: string,
  infants: readonly { readonly place: string; readonly family: string }[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const actor = `account:${viewer.account.id}`;
    // Sorted, so that two transactions that write at several places do not deadlock.
    for (const place of [...new Set(infants.map((one) => one.place))].sort()) {
      const families = new Set(infants.flatMap((one) => (one.place === place ? [one.family] : [])));
      await addAudit(
        tx,
        place,
        now(),
        [...families].map((family) => ({ actor, act: 'read-register', family, detail: { about: draft, from } })),
      );
    }
  });
