/** The end of MAMI care: the outcome that the protocol proposes, and what follows after six months. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { readFindings } from '@denba/protocols/care/findings/stored-findings';
import { careStatus } from '@denba/protocols/care/lists/care-status';
import type { PersonId } from '@denba/records/ids';
import type { Encounter, EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import { UnderProtocol } from '../shell/protocol/under-protocol.view.tsx';
import { go } from '../shell/route.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay, sayName } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ExitForm } from './exit-form.view.tsx';
import { proposeExit } from './exit-proposal.ts';
import type { LeaveProps } from './leave-props.ts';

export const LeaveExit = ({ timeline, person }: LeaveProps) => {
  const episode = timeline.episodes.findLast(({ child }) => child === person) ?? null;
  const review = episode === null ? null : reviewOf(timeline, person, episode.enrolledOn);
  // The conclusions of the review are shown and continued with the protocol that made them.
  return (
    <UnderProtocol version={review?.protocolVersion ?? null}>
      <Exit timeline={timeline} person={person} episode={episode} review={review} />
    </UnderProtocol>
  );
};

type ExitProps = LeaveProps & { readonly episode: EpisodeOfCare | null; readonly review: Encounter | null };

const Exit = ({ timeline, person, episode, review }: ExitProps) => {
  const { rows, protocol, today } = useWorkspace();
  const { family } = timeline;
  const name = sayName(timeline.persons.find(({ id }) => id === person)?.name ?? null, 'child');
  const say = (code: string): string => protocol.content.choices['exit_code']?.[code]?.[contentLanguage()] ?? code;
  if (episode === null) return <EmptyState icon="info" title={t('leaving.exit-none', { name })} />;
  if (episode.status === 'exited' && episode.outcome !== null && !episode.outcome.implied) {
    const { code, on, entry } = episode.outcome;
    return (
      <>
        <Notice kind="success" title={t('leaving.exit-done', { outcome: say(code), day: sayDay(on) })} />
        <Button kind="primary" full icon="print" onPress={() => go({ name: 'referral-note', family, entry })}>
          {t('leaving.exit-note')}
        </Button>
      </>
    );
  }
  const row = rows.value.get(family)?.children.find(({ id }) => id === person);
  const status = row === undefined ? null : careStatus(row, protocol.rules, today());
  const proposal = proposeExit(review === null ? null : readFindings(review.findings, protocol.content), status);
  return (
    <ExitForm
      family={family}
      child={person}
      name={name}
      proposal={proposal}
      missed={status?.missed ?? 0}
      sayOutcome={say}
    />
  );
};

/** The last completed review of this stay in care. */
const reviewOf = ({ encounters }: Timeline, child: PersonId, since: string): Encounter | null =>
  encounters.findLast(
    (encounter) =>
      encounter.child === child &&
      encounter.on >= since &&
      encounter.form.kind === 'mami-visit' &&
      encounter.form.answers.reviewed === true,
  ) ?? null;
