/**
 * What moving away, declining care and being transferred share: which children leave, on which day, and what is
 * confirmed before it is saved.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { ComponentChildren } from 'preact';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ChooseLeavers } from './choose-leavers.view.tsx';
import { ConfirmLeave } from './confirm-leave.view.tsx';
import { DayQuestion, dayProblem } from './day-question.view.tsx';
import { livingChildren } from './family-members.ts';
import type { Leave } from './use-leave.ts';

/** The answers that each of these forms has. */
export type Leaving = { readonly on: LocalDate; readonly chosen: readonly PersonId[] };

type Props = {
  readonly timeline: Timeline;
  readonly form: Leaving;
  readonly change: (answers: Partial<Leaving>) => void;
  readonly leave: Leave;
  /** `false`: an answer is missing without which nothing can be saved. */
  readonly complete: boolean;
  /** What will be recorded, one sentence each. */
  readonly lines: readonly string[];
  readonly action: string;
  readonly onConfirm: () => void;
  /** The questions of this way of leaving. */
  readonly children: ComponentChildren;
};

export const LeaveWithChildren = ({
  timeline,
  form,
  change,
  leave,
  complete,
  lines,
  action,
  onConfirm,
  children,
}: Props) => {
  const now = useWorkspace().today();
  return (
    <>
      <Card>
        <ChooseLeavers
          members={livingChildren(timeline)}
          chosen={form.chosen}
          onChange={(chosen) => change({ chosen })}
        />
        {children}
        <DayQuestion
          label={t('leaving.day')}
          value={form.on}
          today={now}
          onChange={(on) => on !== null && change({ on })}
        />
      </Card>
      {leave.problem === null ? null : <Notice kind="danger" title={leave.problem} />}
      <Button kind="primary" full disabled={!complete || dayProblem(form.on, now) !== null} onPress={leave.ask}>
        {t('leaving.go-on')}
      </Button>
      <ConfirmLeave
        open={leave.asking}
        saving={leave.saving}
        lines={lines}
        action={action}
        onClose={leave.back}
        onConfirm={onConfirm}
      />
    </>
  );
};
