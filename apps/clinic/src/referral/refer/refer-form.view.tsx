/** The form of a referral: who, where, when, why, what care was given, how they travel, and whether they agree. */
import { Button } from '@denba/kit/buttons/button.view';
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Text } from '@denba/quantities/text';
import { REFERRAL_TO } from '@denba/records/forms/transfer';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { placeNamed, placesToOffer } from '../../shell/places/known-places.ts';
import { type ReferralMemory, rememberReferral } from '../../shell/places/referral-memory.ts';
import { usePlacesAround } from '../../shell/places/use-places-around.ts';
import { saveProblem } from '../../shell/record/save-problem.ts';
import { useDraft } from '../../shell/record/use-draft.ts';
import { go } from '../../shell/route.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { isDiscreet } from '../note/note-words.ts';
import { ReferCare } from './refer-care.view.tsx';
import { ReferConfided } from './refer-confided.view.tsx';
import { type ReferralForm, referralEntries } from './refer-entries.ts';
import { ReferJourney } from './refer-journey.view.tsx';
import { ReferReasons } from './refer-reasons.view.tsx';
import { ReferRefusal } from './refer-refusal.view.tsx';
import type { ReferralProposal } from './referral-proposal.ts';
import { timeOfDay } from './time-of-day.ts';
import './refer.css';

type Props = {
  readonly timeline: Timeline;
  readonly child: PersonId;
  readonly visit: string | null;
  readonly memory: ReferralMemory;
  readonly propose: (protocol: CompiledProtocol) => ReferralProposal;
};

export const ReferForm = ({ timeline, child, visit, memory, propose }: Props) => {
  const workspace = useWorkspace();
  const { session, protocol, today, clock } = workspace;
  const around = usePlacesAround();
  const { family } = timeline;
  const [proposal] = useState(() => propose(protocol.content));
  const draft = useDraft<ReferralForm>(`refer ${family} ${child}`, () => ({
    ...proposal.form,
    callback: memory.callback,
    facility: memory.facilities[0] ?? '',
  }));
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { form, change } = draft;
  if (form === null) return <ProgressBar value={null} label={t('shell.loading')} />;

  const save = async (said: ReferralForm): Promise<void> => {
    setSaving(true);
    setProblem(null);
    const mother = timeline.children.find(({ id }) => id === child)?.mother ?? null;
    const about = { family, child, mother, visit, on: today(), at: timeOfDay(clock.wallMs()) };
    const facilityId = placeNamed(said.facility, around);
    const result = await draft.save(referralEntries(said, { ...about, facilityId }));
    setSaving(false);
    if (!result.ok) {
      setProblem(saveProblem(result.error));
      return;
    }
    await rememberReferral(session.sealed, said);
    const [saved] = result.value;
    if (said.decision === 'goes' && saved !== undefined) {
      go({ name: 'referral-note', family, entry: saved.id }, 'replace');
    } else go({ name: 'family', family, saved: true }, 'replace');
  };
  const places = inTheirOrder(protocol.content.choices['referral_to'] ?? {});
  const goes = form.decision === 'goes';
  return (
    <div class="refer">
      {draft.takenUp ? <Notice kind="info" title={t('referral.taken-up')} /> : null}
      {problem === null ? null : <Notice kind="danger" title={problem} />}
      <Card>
        <Button
          kind="danger"
          full
          icon="hospital"
          busy={saving}
          onPress={() => void save({ ...form, decision: 'goes', urgent: form.urgent ?? true })}
        >
          {t('referral.now')}
        </Button>
        <p class="quiet">{t('referral.now-text')}</p>
      </Card>
      <ReferCare form={form} change={change} actions={protocol.content.actions} wallMs={clock.wallMs} />
      <Card>
        <ChoiceGroup
          label={t('referral.who')}
          options={[
            { value: 'infant', label: t('referral.who-infant'), detail: t('referral.who-infant-detail') },
            { value: 'mother', label: t('referral.who-mother'), detail: t('referral.who-mother-detail') },
          ]}
          value={form.who}
          onChange={(who) => change({ who })}
        />
        <ChoiceGroup
          label={t('referral.where')}
          columns={2}
          options={places.map(([value, label]) => ({ value, label: label[contentLanguage()] }))}
          value={form.place}
          onChange={(place) => change({ place })}
          warning={isDiscreet(form.place) ? t('referral.where-discreet') : null}
        />
        <TextField
          label={t('referral.facility')}
          value={form.facility}
          onInput={(facility) => change({ facility })}
          suggestions={placesToOffer(form.facility, memory.facilities, around)}
        />
        <ChoiceGroup
          label={t('referral.urgency')}
          columns={2}
          options={[
            { value: 'now', label: t('referral.urgency-now') },
            { value: 'later', label: t('referral.urgency-later') },
          ]}
          value={form.urgent === null ? null : form.urgent ? 'now' : 'later'}
          onChange={(when) => change({ urgent: when === 'now' })}
        />
      </Card>
      <ReferReasons form={form} offered={proposal.offered} change={change} />
      <ChoiceCard form={form} change={change} />
      {goes ? (
        <>
          <ReferConfided form={form} change={change} />
          <ReferJourney form={form} change={change} />
        </>
      ) : (
        <ReferRefusal form={form} change={change} today={today()} />
      )}
      <Button kind="primary" full icon="save" busy={saving} onPress={() => void save(form)}>
        {t(goes ? 'referral.save' : 'referral.save-refusal')}
      </Button>
    </div>
  );
};

const ChoiceCard = ({
  form,
  change,
}: {
  readonly form: ReferralForm;
  readonly change: (over: Partial<ReferralForm>) => void;
}) => (
  <Card>
    <ChoiceGroup
      label={t('referral.decision')}
      columns={2}
      options={[
        { value: 'goes', label: t('referral.goes') },
        { value: 'refuses', label: t('referral.refuses') },
      ]}
      value={form.decision}
      onChange={(decision) => change({ decision })}
    />
  </Card>
);

/** A protocol keeps its labels by code, unordered: the record's order is used, with unknown codes last. */
const inTheirOrder = (labels: Readonly<Record<string, Text>>): readonly (readonly [string, Text])[] =>
  [...new Set<string>([...REFERRAL_TO, ...Object.keys(labels)])].flatMap((code) => {
    const label = labels[code];
    return label === undefined ? [] : [[code, label] as const];
  });
