/** Records that the family declines further care. This is its right, and it may come back. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { PersonId } from '@denba/records/ids';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ChooseLeavers } from './choose-leavers.view.tsx';
import { ConfirmLeave } from './confirm-leave.view.tsx';
import { DayQuestion, dayProblem } from './day-question.view.tsx';
import { livingChildren } from './family-members.ts';
import { type RefusalForm, refusalEntries, refusalReasons } from './leave-entries.ts';
import type { LeaveProps } from './leave-props.ts';
import { firstChosen, leavingFamily, sayLeavers } from './leavers.ts';
import { useLeave } from './use-leave.ts';

type Form = RefusalForm & { readonly chosen: readonly PersonId[] };

export const LeaveRefusal = ({ timeline, person }: LeaveProps) => {
  const { today } = useWorkspace();
  const { family } = timeline;
  const now = today();
  const leave = useLeave();
  const draft = useDraft<Form>(`leave refusal ${family} ${person}`, () => ({
    on: now,
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
      <Card>
        <ChooseLeavers
          members={livingChildren(timeline)}
          chosen={form.chosen}
          onChange={(chosen) => change({ chosen })}
        />
        <ChoicesGroup
          label={t('leaving.refusal-why')}
          columns={2}
          options={refusalReasons.map((value) => ({ value, label: t(`leaving.refusal-${value}`) }))}
          values={form.reasons}
          onChange={(reasons) => change({ reasons })}
        />
        <TextField label={t('leaving.refusal-note')} value={form.note} onInput={(note) => change({ note })} multiline />
        <DayQuestion
          label={t('leaving.day')}
          value={form.on}
          today={now}
          onChange={(on) => on !== null && change({ on })}
        />
      </Card>
      {leave.problem === null ? null : <Notice kind="danger" title={leave.problem} />}
      <Button
        kind="primary"
        full
        disabled={leaving.leavers.length === 0 || dayProblem(form.on, now) !== null}
        onPress={leave.ask}
      >
        {t('leaving.go-on')}
      </Button>
      <ConfirmLeave
        open={leave.asking}
        saving={leave.saving}
        lines={[
          t('leaving.confirm-refusal', { names: sayLeavers(timeline, form.chosen), day: sayDay(form.on) }),
          t('leaving.confirm-stops'),
          t('leaving.confirm-back'),
        ]}
        action={t('leaving.save-refusal')}
        onClose={leave.back}
        onConfirm={() =>
          void leave.save(draft.save(refusalEntries(form, leaving)), () =>
            go({ name: 'family', family, saved: true }, 'replace'),
          )
        }
      />
    </>
  );
};
