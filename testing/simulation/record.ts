/** The midwife records something at her phone and is told whether it is saved. */
import type { SaveDraft } from '@denba/device/device';
import type { Entry } from '@denba/records/entry';
import { pickOne } from '@denba/scenario/pick';
import * as drafts from './drafts.ts';
import { PLACES, restart, type World, type WorldPhone } from './world.ts';

export const record = async (world: World, phone: WorldPhone, draft: SaveDraft): Promise<void> => {
  const { open, hardware } = phone;
  const saved = await hardware.run(() => open.save(draft));
  const what = `${draft.form} of ${draft.family}`;
  if (saved === null) {
    world.tell(`${phone.device} died while it saved ${what}`);
    if (phone.open === open) await restart(phone);
    return;
  }
  if (!saved.ok && saved.error.kind !== 'full') throw new Error(`${phone.device} could not save: ${saved.error.kind}`);
  world.tell(`${phone.device} ${saved.ok ? 'saved' : 'had no room for'} ${what} ${JSON.stringify(draft.answers)}`);
  if (saved.ok) for (const entry of saved.value) world.promised.push({ device: phone.device, entry });
};

/** An entry that the midwife could record now, from what her phone shows (`here`) or from a note on paper. */
export const draftFor = ({ random, families }: World, here: readonly Entry[]): SaveDraft => {
  const known = [...new Set(here.map(({ family }) => family as string))];
  const newFamily = (): SaveDraft => {
    families.push(`family-${families.length + 1}`);
    return drafts.registration(families.at(-1) ?? '');
  };
  if (known.length === 0 && (families.length === 0 || random.chance(0.7))) return newFamily();
  // With a note on paper she records about a family before its past has arrived.
  const family = known.length === 0 || random.chance(0.1) ? pickOne(random, families) : pickOne(random, known);
  const other = pickOne(random, known.length === 0 ? families : known);
  const turn = random.whole(100);
  if (turn < 8 && families.length < 6) return newFamily();
  if (turn < 28) return drafts.referral(family, random.chance(0.05) ? 'nowhere' : random.pick(PLACES));
  if (turn < 40 && other !== family) {
    return random.chance(0.5) ? drafts.merge(family, family, other) : drafts.merge(family, other, family);
  }
  if (turn < 50) return undoing(here, random.next()) ?? drafts.visit(family, 3000);
  if (turn < 60) return correcting(here, random.next()) ?? drafts.visit(family, 3100);
  return drafts.visit(family, 2500 + random.whole(3000));
};

const oneOf = (entries: readonly Entry[], at: number): Entry | undefined => entries[Math.floor(at * entries.length)];

const undoing = (here: readonly Entry[], at: number): SaveDraft | null => {
  const merging = oneOf(
    here.filter(({ form }) => form.startsWith('merge-duplicates@')),
    at,
  );
  return merging === undefined ? null : drafts.undo(merging.family, merging.id);
};

const correcting = (here: readonly Entry[], at: number): SaveDraft | null => {
  const wrong = oneOf(here, at);
  if (wrong === undefined) return null;
  return wrong.form.startsWith('growth-visit@')
    ? drafts.correction(wrong.family, wrong.id, 2000)
    : drafts.withdrawal(wrong.family, wrong.id);
};
