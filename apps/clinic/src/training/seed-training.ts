/**
 * Fills the training centre with its simulated families when it is first opened, with ordinary saves, so that every
 * record looks real. When interrupted, it continues at the next opening without making any family twice.
 */
import type { SaveDraft, SaveError } from '@denba/device/device';
import { ok, type Result } from '@denba/quantities/result';
import { facilityId, familyId } from '@denba/records/ids';
import { contentLanguage } from '../shell/words/language.ts';
import type { Workspace } from '../shell/workspace.ts';
import type { Demonstration, DemonstrationDraft } from './demonstration.ts';
import { type DemonstrationMeans, demonstrationEntries } from './demonstration-entries.ts';

/** Stored, sealed, in the training store once all families exist. */
const DONE = 'demonstration-made';
/**
 * In entries, about: families are saved in batches of this size, for few writes and a progress bar that still moves.
 */
const BATCH = 60;

/** `onProgress` receives the share done, from 0 to 1. Resolves to the number of families added. */
export const seedTraining = async (
  workspace: Workspace,
  onProgress: (share: number) => void,
  load: () => Promise<Demonstration> = builtIn,
): Promise<Result<number, SaveError>> => {
  const { session, protocol, today } = workspace;
  if ((await session.sealed.get(DONE)) !== null) return ok(0);
  onProgress(0);
  const demonstration = await load();
  const means: DemonstrationMeans = {
    protocol,
    usualAnswers: demonstration.usualAnswers,
    language: contentLanguage(),
    place: {
      facility: facilityId(session.centre.id),
      siteLevel: 'clinic',
      author: session.user.name,
      cadre: 'midwife',
    },
    today: today(),
  };
  const here = session.rows();
  const families = [...byFamily(demonstration.drafts)].filter(([id]) => !here.has(familyId(id)));
  let waiting: SaveDraft[] = [];
  let added = 0;
  for (const [index, [id, drafts]] of families.entries()) {
    waiting.push(...demonstrationEntries(familyId(id), drafts, means));
    if (waiting.length < BATCH && index < families.length - 1) continue;
    const saved = await workspace.save(waiting);
    if (!saved.ok) return saved;
    waiting = [];
    added = index + 1;
    onProgress(added / families.length);
  }
  await session.sealed.put(DONE, { on: means.today });
  return ok(added);
};

const builtIn = async (): Promise<Demonstration> => (await import('virtual:denba-demonstration')).demonstration;

const byFamily = (drafts: readonly DemonstrationDraft[]): ReadonlyMap<string, readonly DemonstrationDraft[]> => {
  const families = new Map<string, DemonstrationDraft[]>();
  for (const draft of drafts) {
    const own = families.get(draft.family);
    if (own === undefined) families.set(draft.family, [draft]);
    else own.push(draft);
  }
  return families;
};
