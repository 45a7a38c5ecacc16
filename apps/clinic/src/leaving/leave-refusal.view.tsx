/** Records that the family declines further care. This is its right, and it may come back. */
import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type RefusalForm, refusalEntries, refusalReasons } from './leave-entries.ts';
import type { LeaveProps } from './leave-props.ts';
import { LeaveWithChildren, type Leaving } from './leave-with-children.view.tsx';
import { firstChosen, leavingFamily, sayLeavers } from './leavers.ts';
import { useLeave } from './use-leave.ts';

type Form = RefusalForm & Leaving;

export const LeaveRefusal = ({ timeline, person }: LeaveProps) => {
  const { today } = useWorkspace();
  const { family } = timeline;
  const leave = useLeave();
  const draft = useDraft<Form>(`leave refusal ${family} ${person}`, () => ({
    on: today(),
    reasons: [],
    note: '',
    chosen: firstChosen(timeline, person, 'alone'),
  }));
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const leaving = leavingFamily(timeline, form.chosen);
  return (
    <>
      <p>{t('leaving.refusal-text')}</p>
      <LeaveWithChildren
        timeline={timeline}
        form={form}
        change={change}
        leave={leave}
        complete={leaving.leavers.length > 0}
        lines={[
          t('leaving.confirm-refusal', { names: sayLeavers(timeline, form.chosen), day: sayDay(form.on) }),
          t('leaving.confirm-stops'),
          t('leaving.confirm-back'),
        ]}
        action={t('leaving.save-refusal')}
        onConfirm={() =>
          void leave.save(draft.save(refusalEntries(form, leaving)), () =>
            go({ name: 'family', family, saved: true }, 'replace'),
          )
        }
      >
        <ChoicesGroup
          label={t('leaving.refusal-why')}
          columns={2}
          options={refusalReasons.map((value) => ({ value, label: t(`leaving.refusal-${value}`) }))}
          values={form.reasons}
          onChange={(reasons) => change({ reasons })}
        />
        <TextField label={t('leaving.refusal-note')} value={form.note} onInput={(note) => change({ note })} multiline />
      </LeaveWithChildren>
    </>
  );
};
