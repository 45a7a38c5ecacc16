/** The family is cared for elsewhere from now on. It leaves with a note. */
import { Button } from '@denba/kit/buttons/button.view';
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
import { type TransferForm, transferEntries } from './leave-entries.ts';
import type { LeaveProps } from './leave-props.ts';
import { firstChosen, leavingFamily, sayLeavers } from './leavers.ts';
import { useLeave } from './use-leave.ts';

type Form = TransferForm & { readonly chosen: readonly PersonId[] };

export const LeaveTransfer = ({ timeline, person }: LeaveProps) => {
  const { today } = useWorkspace();
  const { family } = timeline;
  const now = today();
  const leave = useLeave();
  const draft = useDraft<Form>(`leave transfer ${family} ${person}`, () => ({
    on: now,
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
  return (
    <>
      <p>{t('leaving.transfer-text')}</p>
      <Card>
        <ChooseLeavers
          members={livingChildren(timeline)}
          chosen={form.chosen}
          onChange={(chosen) => change({ chosen })}
        />
        <TextField
          label={t('leaving.to-facility')}
          value={form.toFacility}
          onInput={(toFacility) => change({ toFacility })}
        />
        <TextField label={t('leaving.transfer-why')} value={form.reason} onInput={(reason) => change({ reason })} />
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
        disabled={nobody || form.toFacility.trim() === '' || dayProblem(form.on, now) !== null}
        onPress={leave.ask}
      >
        {t('leaving.go-on')}
      </Button>
      <ConfirmLeave
        open={leave.asking}
        saving={leave.saving}
        lines={[
          t('leaving.confirm-transfer', { names, facility: form.toFacility.trim(), day: sayDay(form.on) }),
          t('leaving.confirm-stops'),
          t('leaving.note-given'),
        ]}
        action={t('leaving.save-transfer')}
        onClose={leave.back}
        onConfirm={() =>
          void leave.save(draft.save(transferEntries(form, leaving)), ([entry]) => {
            if (entry === undefined) go({ name: 'family', family, saved: true }, 'replace');
            else go({ name: 'referral-note', family, entry: entry.id }, 'replace');
          })
        }
      />
    </>
  );
};
