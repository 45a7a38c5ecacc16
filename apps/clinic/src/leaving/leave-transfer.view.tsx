/** Records that the family is cared for elsewhere from now on. It leaves with a note. */
import { TextField } from '@denba/kit/fields/text-field.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { placeNamed, placesToOffer } from '../shell/places/known-places.ts';
import { rememberReferral, useFacilitiesBefore } from '../shell/places/referral-memory.ts';
import { usePlacesAround } from '../shell/places/use-places-around.ts';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { livingChildren } from './family-members.ts';
import { type TransferForm, transferEntries } from './leave-entries.ts';
import type { LeaveProps } from './leave-props.ts';
import { LeaveWithChildren, type Leaving } from './leave-with-children.view.tsx';
import { firstChosen, leavingFamily, sayLeavers } from './leavers.ts';
import { useLeave } from './use-leave.ts';

type Form = TransferForm & Leaving;

export const LeaveTransfer = ({ timeline, person }: LeaveProps) => {
  const { today, session, server } = useWorkspace();
  const { family } = timeline;
  const leave = useLeave();
  const around = usePlacesAround();
  const before = useFacilitiesBefore();
  const draft = useDraft<Form>(`leave transfer ${family} ${person}`, () => ({
    on: today(),
    toFacility: '',
    reason: '',
    noteGiven: null,
    chosen: firstChosen(timeline, person, 'alone'),
  }));
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const leaving = leavingFamily(timeline, form.chosen);
  const nobody = leaving.leavers.length === 0 && livingChildren(timeline).length > 0;
  const names = sayLeavers(timeline, form.chosen);
  const facility = form.toFacility.trim();
  const facilityId = placeNamed(facility, around);
  // A centre known only by its code is not on our server, so its record must be carried by hand.
  const recordGoes = server?.places.value.some(({ id }) => id === facilityId) === true;
  return (
    <>
      <p>{t('leaving.transfer-text')}</p>
      <LeaveWithChildren
        timeline={timeline}
        form={form}
        change={change}
        leave={leave}
        complete={!nobody && facility !== ''}
        lines={[
          t('leaving.confirm-transfer', { names, facility, day: sayDay(form.on) }),
          t('leaving.confirm-stops'),
          ...(recordGoes ? [t('leaving.confirm-record-goes', { facility })] : []),
          t('leaving.note-given'),
        ]}
        action={t('leaving.save-transfer')}
        onConfirm={() =>
          void leave.save(draft.save(transferEntries(form, leaving, facilityId)), ([entry]) => {
            void rememberReferral(session.sealed, { callback: '', facility });
            if (entry === undefined) go({ name: 'family', family, saved: true }, 'replace');
            else go({ name: 'referral-note', family, entry: entry.id }, 'replace');
          })
        }
      >
        <TextField
          label={t('leaving.to-facility')}
          value={form.toFacility}
          onInput={(toFacility) => change({ toFacility })}
          suggestions={placesToOffer(form.toFacility, before, around)}
        />
        <TextField label={t('leaving.transfer-why')} value={form.reason} onInput={(reason) => change({ reason })} />
      </LeaveWithChildren>
    </>
  );
};
