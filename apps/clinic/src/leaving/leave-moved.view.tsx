/** Records that the family moved away, and that nobody knows which centre cares for it now. */
import { Button } from '@denba/kit/buttons/button.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { livingChildren } from './family-members.ts';
import { type MovedForm, movedEntries } from './leave-entries.ts';
import type { LeaveProps } from './leave-props.ts';
import { LeaveWithChildren, type Leaving } from './leave-with-children.view.tsx';
import { firstChosen, leavingFamily, sayLeavers } from './leavers.ts';
import { useLeave } from './use-leave.ts';

type Form = MovedForm & Leaving;

export const LeaveMoved = ({ timeline, person }: LeaveProps) => {
  const { today } = useWorkspace();
  const { family } = timeline;
  const leave = useLeave();
  const draft = useDraft<Form>(`leave moved ${family} ${person}`, () => ({
    on: today(),
    toPlace: '',
    note: '',
    chosen: firstChosen(timeline, person, 'together'),
  }));
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const leaving = leavingFamily(timeline, form.chosen);
  const nobody = leaving.leavers.length === 0 && livingChildren(timeline).length > 0;
  return (
    <>
      <p>{t('leaving.moved-text')}</p>
      <Button full icon="forward" onPress={() => go({ name: 'leave', family, person, why: 'transfer' }, 'replace')}>
        {t('leaving.moved-known')}
      </Button>
      <LeaveWithChildren
        timeline={timeline}
        form={form}
        change={change}
        leave={leave}
        complete={!nobody}
        lines={[
          t('leaving.confirm-moved', { names: sayLeavers(timeline, form.chosen), day: sayDay(form.on) }),
          t('leaving.confirm-stops'),
          t('leaving.confirm-back'),
        ]}
        action={t('leaving.save-moved')}
        onConfirm={() =>
          void leave.save(draft.save(movedEntries(form, leaving)), () =>
            go({ name: 'family', family, saved: true }, 'replace'),
          )
        }
      >
        <TextField label={t('leaving.moved-to')} value={form.toPlace} onInput={(toPlace) => change({ toPlace })} />
        <TextField label={t('leaving.note')} value={form.note} onInput={(note) => change({ note })} multiline />
      </LeaveWithChildren>
    </>
  );
};
