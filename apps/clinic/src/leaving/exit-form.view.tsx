/** Chooses the outcome of the exit. The proposed one comes first; another one needs a reason. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { useDraft } from '../shell/record/use-draft.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ConfirmLeave } from './confirm-leave.view.tsx';
import { DayQuestion, dayProblem } from './day-question.view.tsx';
import type { ExitProposal } from './exit-proposal.ts';
import { type ExitForm as ExitFormData, exitEntries } from './leave-entries.ts';
import { useLeave } from './use-leave.ts';

type Props = {
  readonly family: FamilyId;
  readonly child: PersonId;
  readonly name: string;
  readonly proposal: ExitProposal;
  readonly missed: number;
  readonly sayOutcome: (code: string) => string;
};

type Form = Omit<ExitFormData, 'outcome' | 'proposed' | 'reviewed' | 'advice'> & {
  readonly outcome: ExitFormData['outcome'] | null;
};

export const ExitForm = ({ family, child, name, proposal, missed, sayOutcome }: Props) => {
  const { today } = useWorkspace();
  const now = today();
  const leave = useLeave();
  const draft = useDraft<Form>(`leave exit ${family} ${child}`, () => ({
    on: now,
    outcome: proposal.outcome,
    reason: '',
    handedTo: '',
  }));
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const { outcome } = form;
  const other = outcome !== null && outcome !== proposal.outcome;
  const unexplained = other && proposal.outcome !== null && form.reason.trim() === '';
  return (
    <>
      <Proposed proposal={proposal} missed={missed} sayOutcome={sayOutcome} />
      {proposal.reviewed ? null : (
        <Button full icon="list" onPress={() => go({ name: 'visit', family, child, form: 'review' })}>
          {t('leaving.do-review')}
        </Button>
      )}
      <Card>
        <ChoiceGroup
          label={t('leaving.outcome')}
          options={proposal.choices.map((value) => ({ value, label: sayOutcome(value) }))}
          value={outcome}
          onChange={(next) => change({ outcome: next })}
        />
        <Button
          kind="quiet"
          full
          icon="heart"
          onPress={() => go({ name: 'leave', family, person: child, why: 'death' })}
        >
          {t('leaving.died-instead')}
        </Button>
        {other ? (
          <TextField
            label={t('leaving.outcome-reason')}
            value={form.reason}
            onInput={(reason) => change({ reason })}
            error={unexplained ? t('leaving.outcome-reason-needed') : null}
            multiline
          />
        ) : null}
        <DayQuestion
          label={t('leaving.day')}
          value={form.on}
          today={now}
          onChange={(on) => on !== null && change({ on })}
        />
      </Card>
      <Card title={t('leaving.follows')}>
        {proposal.follows.map(({ code, title, text }) => (
          <div key={code}>
            <p>
              <strong>{title}</strong>
            </p>
            <p>{text}</p>
          </div>
        ))}
        <TextField label={t('leaving.handed-to')} value={form.handedTo} onInput={(handedTo) => change({ handedTo })} />
      </Card>
      {leave.problem === null ? null : <Notice kind="danger" title={leave.problem} />}
      <Button
        kind="primary"
        full
        disabled={outcome === null || unexplained || dayProblem(form.on, now) !== null}
        onPress={leave.ask}
      >
        {t('leaving.go-on')}
      </Button>
      <ConfirmLeave
        open={leave.asking && outcome !== null}
        saving={leave.saving}
        lines={[
          outcome === null
            ? ''
            : t('leaving.confirm-exit', { names: name, outcome: sayOutcome(outcome), day: sayDay(form.on) }),
          t('leaving.confirm-stops'),
          ...(outcome === 'R1' || outcome === 'R1b' ? [t('leaving.congratulate')] : []),
          t('leaving.note-given'),
        ]}
        action={t('leaving.save-exit')}
        onClose={leave.back}
        onConfirm={() => {
          if (outcome === null) return;
          const said: ExitFormData = {
            ...form,
            outcome,
            proposed: proposal.outcome,
            reviewed: proposal.reviewed,
            advice: proposal.follows.map(({ title }) => title).join(' '),
          };
          void leave.save(draft.save(exitEntries(said, family, child)), ([entry]) => {
            if (entry === undefined) go({ name: 'family', family, saved: true }, 'replace');
            else go({ name: 'referral-note', family, entry: entry.id }, 'replace');
          });
        }}
      />
    </>
  );
};

const Proposed = ({ proposal, missed, sayOutcome }: Pick<Props, 'proposal' | 'missed' | 'sayOutcome'>) => {
  const { outcome, from, why, reviewed } = proposal;
  if (outcome === null) {
    return (
      <Notice kind="warning" title={t(reviewed ? 'leaving.exit-no-outcome' : 'leaving.exit-no-review')}>
        {why}
      </Notice>
    );
  }
  return from === 'review' ? (
    <Notice kind="info" title={t('leaving.exit-proposed', { outcome: sayOutcome(outcome) })}>
      {why}
    </Notice>
  ) : (
    <Notice kind="info" title={t('leaving.exit-proposed-default', { outcome: sayOutcome(outcome) })}>
      {t('leaving.exit-default-why', { count: missed })}
    </Notice>
  );
};
