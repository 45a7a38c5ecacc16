/**
 * Computes the conclusions of a family's visits again after something that they depend on has changed: a corrected birth
 * or weight, a visit that was another child's, two records that were joined, an earlier visit that was written down later.
 * In order of the visits, because a later visit reads the conclusions of earlier ones.
 *
 * A visit is returned only when such a change is the cause: without the change, the protocol would conclude something
 * else. A difference with any other cause (an older version of the app) is left as it was shown.
 */
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { canonicalJson, type JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { formKey } from '@denba/records/form-definition';
import { forms } from '@denba/records/form-registry';
import type { HybridTime } from '@denba/records/hybrid-clock';
import type { EntryId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import type { RunningProtocol } from '../../shell/protocol/protocol.ts';
import { contentLanguage } from '../../shell/words/language.ts';
import type { Workspace } from '../../shell/workspace.ts';
import { correctedFindings } from './corrected-findings.ts';
import { answersNow } from './correction-draft.ts';
import { changesBesides, concerns, concludedVisits, firstOf, mayHaveChanged, mayNotKnow } from './unknown-changes.ts';

export type ConcludedAnew = {
  /** The visit as the record reads today, with its earlier conclusions. */
  readonly visit: ReadEntry;
  readonly findings: JsonObject;
  readonly protocol: RunningProtocol;
  /** The protocol of the visit is not on this phone, so the running one was used instead. */
  readonly inItsPlace: boolean;
  /** The entry that changes the conclusions: a correction, a merge or its undoing, an entry recorded late. */
  readonly cause: ReadEntry;
};

export type ConclusionsAnew = {
  readonly changed: readonly ConcludedAnew[];
  /**
   * Visits that a correction concerns and no protocol of this phone can evaluate: unchanged, and not to be relied on.
   */
  readonly stuck: readonly ReadEntry[];
};

type Means = Pick<Workspace, 'protocol' | 'packs' | 'session'>;

const nothing: ConclusionsAnew = { changed: [], stuck: [] };

/** `rest` is awaited between two visits, so that the screen stays responsive. */
export const conclusionsAnew = async (
  means: Means,
  timeline: Timeline,
  rest: () => Promise<void> = async () => {},
): Promise<ConclusionsAnew> => {
  if (!mayHaveChanged(timeline)) return nothing;
  const entries = timeline.history.map(({ entry }) => entry);
  const changed: ConcludedAnew[] = [];
  const stuck: ReadEntry[] = [];
  let now = timeline;
  for (const visit of concludedVisits(timeline)) {
    const others = changesBesides(timeline, visit);
    if (changed.length === 0 && !others.some((change) => mayNotKnow(visit, change))) continue;
    await rest();
    const by = await protocolFor(means, visit);
    const conclude = (story: Timeline): JsonObject | null => (by === null ? null : concluded(means, by, story, visit));
    const findings = conclude(now);
    if (by === null || findings === null) {
      if (others.some((change) => concerns(timeline, visit, change))) stuck.push(visit);
      continue;
    }
    if (isSame(findings, visit.findings)) continue;
    const change = others.findLast((_, at) => {
      const later = new Set(others.slice(at).map(({ entry }) => entry.id));
      // Without the merge this is the record under which the visit was filed.
      const before = foldTimeline(
        visit.entry.family,
        entries.filter(({ id }) => !later.has(id)),
      );
      return !isSame(conclude(before), findings);
    });
    const cause = change === undefined ? causeBefore(conclude(timeline), findings) : firstOf(timeline, change);
    if (cause === null) continue;
    const inItsPlace = visit.concludedIn.protocolVersion !== protocolVersion(by.content);
    changed.push({ visit, findings, protocol: by, inItsPlace, cause });
    now = foldTimeline(timeline.family, [...entries, ...changed.map(asIfSaved)]);
  }
  return { changed, stuck };

  // A visit that was itself moved behind another one reads what that one concludes anew.
  function causeBefore(without: JsonObject | null, findings: JsonObject): ReadEntry | null {
    return isSame(without, findings) ? null : (changed.at(-1)?.cause ?? null);
  }
};

const protocolFor = async ({ protocol, packs }: Means, visit: ReadEntry): Promise<RunningProtocol | null> => {
  const version = visit.concludedIn.protocolVersion;
  if (version === null || version === protocolVersion(protocol.content)) return protocol;
  const named = await packs.named(version).catch(() => null);
  if (named !== null) return named;
  return version.startsWith(`${protocol.content.id}@`) ? protocol : null;
};

const concluded = (means: Means, by: RunningProtocol, story: Timeline, { entry }: ReadEntry): JsonObject | null => {
  const read = story.history.find((one) => one.entry.id === entry.id);
  if (read === undefined) return null;
  const asItIs = { answers: answersNow(read), occurredOn: read.occurredOn, subject: read.subject };
  const { language } = read.findings;
  try {
    return correctedFindings(
      { ...means, protocol: by },
      story,
      read,
      { ...asItIs, withdraw: false, reason: '' },
      language === 'fr' || language === 'en' ? language : contentLanguage(),
    );
  } catch {
    // The protocol does not have the form of this visit.
    return null;
  }
};

const isSame = (one: JsonObject | null, other: JsonObject | null): boolean =>
  one === other || (one !== null && other !== null && canonicalJson(one) === canonicalJson(other));

/** The greatest time that sorts as text, so that the entry comes after everything in the record. */
const LAST = '9999-12-31T23:59:59.999Z#ffff' as HybridTime;

const asIfSaved = ({ visit: { entry }, findings }: ConcludedAnew): Entry => ({
  ...entry,
  id: `${entry.id}-anew` as EntryId,
  subject: null,
  form: formKey(forms.correction),
  answers: { corrects: entry.id, reason: '-' },
  findings,
  recordedAt: LAST,
});
