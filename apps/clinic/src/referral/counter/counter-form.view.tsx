/** The form of a counter-referral. Unknown fields stay empty; a day of discharge proposes the next visit. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { EntryId, PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { useDraft } from '../../shell/record/use-draft.ts';
import { go } from '../../shell/route.ts';
import { t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { dayField, hasDayProblem, lately, pastDayField } from './counter-days.ts';
import { counterDraftKey, emptyCounterForm } from './counter-draft.ts';
import {
  type CounterReferralForm,
  counterReferralEntries,
  proposedReturn,
  referralResults,
} from './counter-referral-entries.ts';
import { CounterStay } from './counter-stay.view.tsx';
import { lastReferral } from './last-referral.ts';
import '../refer/refer.css';

type Props = { readonly timeline: Timeline; readonly child: PersonId };

export const CounterForm = ({ timeline, child }: Props) => {
  const workspace = useWorkspace();
  const { family } = timeline;
  const today = workspace.today();
  const referral = lastReferral(timeline, child);
  const draft = useDraft<CounterReferralForm>(counterDraftKey(family, child), () =>
    emptyCounterForm(today, referral?.facility ?? ''),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;
  const { rules } = workspace.protocol;
  const proposed = proposedReturn(form.dischargedOn, today, rules.resumeAfterDays);
  const nextDue = form.agreed ? form.nextDue : proposed;
  const status = timeline.episodes.findLast((episode) => episode.child === child)?.status ?? null;
  const blocked = hasDayProblem(form, today);

  const save = async (then: (entry: EntryId) => void): Promise<void> => {
    setSaving(true);
    setProblem(null);
    const about = { family, child, referral: referral?.entry ?? null, followed: status === 'inpatient' };
    const result = await draft.save(counterReferralEntries({ ...form, nextDue }, about));
    setSaving(false);
    if (!result.ok) {
      setProblem(saveProblem(result.error));
      return;
    }
    const [note] = result.value;
    if (note !== undefined) then(note.id);
  };
  return (
    <div class="refer">
      {draft.takenUp ? <Notice kind="info" title={t('referral.taken-up')} /> : null}
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      {status === 'exited' ? <Notice kind="info" title={t('referral.counter-not-here')} /> : null}
      <p>{t('referral.counter-text')}</p>
      <Button full icon="qr" onPress={() => go({ name: 'read-referral' })}>
        {t('referral.counter-read')}
      </Button>
      <Card>
        <ChoiceGroup
          label={t('referral.counter-result')}
          options={referralResults.map((value) => ({ value, label: t(`referral.result-${value}`) }))}
          value={form.result}
          onChange={(result) => change({ result })}
        />
        <Button
          kind="quiet"
          full
          icon="heart"
          onPress={() => go({ name: 'leave', family, person: child, why: 'death' })}
        >
          {t('referral.counter-died')}
        </Button>
        <TextField
          label={t('referral.counter-from')}
          value={form.fromFacility}
          onInput={(fromFacility) => change({ fromFacility })}
        />
      </Card>
      <CounterStay form={form} change={change} today={today} />
      <Card>
        <TextField
          label={t('referral.counter-diagnosis')}
          value={form.diagnosis}
          onInput={(diagnosis) => change({ diagnosis })}
          multiline
        />
        <TextField
          label={t('referral.counter-treatment')}
          value={form.treatment}
          onInput={(treatment) => change({ treatment })}
          multiline
        />
        <TextField
          label={t('referral.counter-advice')}
          value={form.advice}
          onInput={(advice) => change({ advice })}
          multiline
        />
      </Card>
      <Card>
        <DateField
          label={t('referral.counter-received')}
          value={form.on}
          onChange={(on) => on !== null && change({ on })}
          quick={lately(today)}
          {...pastDayField(form.on, today)}
        />
        <DateField
          {...dayField(today)}
          label={t('referral.counter-next')}
          hint={proposed === null ? null : nextWhy(rules.resumeAfterDays)}
          value={nextDue}
          onChange={(next) => change({ nextDue: next, agreed: true })}
        />
      </Card>
      <Button
        kind="primary"
        full
        icon="save"
        busy={saving}
        disabled={blocked}
        onPress={() => void save(() => go({ name: 'family', family, saved: true }, 'replace'))}
      >
        {t('referral.counter-save')}
      </Button>
      <Button
        full
        icon="print"
        busy={saving}
        disabled={blocked}
        onPress={() => void save((entry) => go({ name: 'referral-note', family, entry }, 'replace'))}
      >
        {t('referral.counter-note')}
      </Button>
    </div>
  );
};

/** The number of days comes from the protocol and awaits a clinician's approval, which the text says. */
const nextWhy = (days: number): string =>
  `${t('referral.counter-next-why', { count: days })} (${t('shell.a-valider')})`;
