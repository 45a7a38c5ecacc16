/** The card of a child: name, status, and the one thing to do now. The rest is smaller, or behind one more tap. */
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { Card } from '@denba/kit/lists/card.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import { type CareChild, careChild } from '@denba/protocols/care/lists/care-child';
import { type CareStatus, careStatus } from '@denba/protocols/care/lists/care-status';
import { type NextForm, nextForm, visitForms } from '@denba/protocols/care/lists/next-form';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '@denba/records/ids';
import type { Child, Timeline } from '@denba/records/timeline/timeline';
import { LastClass } from '../shell/families/last-class.view.tsx';
import { bornPreterm } from '../shell/growth/born-preterm.ts';
import { sayPreterm } from '../shell/growth/preterm-words.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayChildAge, sayDay, sayName, saySex } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { asksForTracing, type StatusLine, statusLine } from './child-status.ts';
import { OutdatedClass } from './outdated-class.view.tsx';
import { TakeUp } from './take-up.view.tsx';

type Props = { readonly timeline: Timeline; readonly child: Child; readonly today: LocalDate };

export const ChildCard = ({ timeline, child, today }: Props) => {
  const { protocol } = useWorkspace();
  const { rules } = protocol;
  const care = careChild(timeline, child, rules);
  const { family } = timeline;
  const name = sayName(care.name, 'child');
  const died = timeline.persons.find(({ id }) => id === child.id)?.died ?? null;
  if (died !== null) return <DeadChild name={name} diedOn={died.dayKnown ? died.on : null} />;
  const status = careStatus(care, rules, today);
  const line = statusLine(status, care);
  const early = bornPreterm(timeline, child.id, protocol.content) ? sayPreterm(child, today) : null;
  const due = nextForm(care, rules, today);
  return (
    // Twins have the same buttons, so each card has an accessible name by which screen readers tell them apart.
    <article aria-label={name}>
      <Card>
        <div class="child__head">
          <h2>{name}</h2>
          <LastClass lastClass={care.lastClass} />
        </div>
        <p class="child__who">{sayWho(care, child, today)}</p>
        {early === null ? null : <p class="child__who">{early}</p>}
        <OutdatedClass timeline={timeline} child={child.id} />
        {line === null ? null : (
          <p class={`child__next${line.pressing ? ' child__next--pressing' : ''}`}>
            <Icon name={line.icon} />
            {sayStatus(line)}
          </p>
        )}
        <TakeUp timeline={timeline} child={child.id} />
        <Actions family={family} care={care} status={status} due={due} />
        <OtherActions family={family} care={care} status={status} due={due} />
      </Card>
    </article>
  );
};

/** The card of a child who died: it asks for nothing. */
const DeadChild = ({ name, diedOn }: { readonly name: string; readonly diedOn: LocalDate | null }) => (
  <article aria-label={name}>
    <Card>
      <div class="child__head">
        <h2>{name}</h2>
      </div>
      <p class="child__who">
        {diedOn === null ? t('family.child-died-some-day') : t('family.child-died', { day: sayDay(diedOn) })}
      </p>
    </Card>
  </article>
);

const sayWho = (care: CareChild, child: Child, today: LocalDate): string =>
  [
    saySex(care.sex),
    sayChildAge(care.birthDate, today, care.sex),
    ...(child.birthWeightG === null ? [] : [t('family.child-weight', { weight: child.birthWeightG })]),
    ...(child.birthCount === null || child.birthCount < 2
      ? []
      : [t(`family.child-twin${care.sex === 'F' ? '-girl' : care.sex === 'M' ? '-boy' : ''}`)]),
  ].join(' · ');

const sayStatus = (line: StatusLine): string => {
  const { says, on, count, outcome } = line;
  switch (says) {
    case 'late':
    case 'missed':
      return t(`family.status.${says}`, { count });
    case 'upcoming':
      return t('family.status.upcoming', { day: on === null ? '' : sayDay(on) });
    case 'ended':
      return t('family.status.ended', { outcome: sayOutcome(outcome) });
    default:
      return t(`family.status.${says}`);
  }
};

const outcomes = ['R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

const sayOutcome = (code: string | null): string => {
  const known = outcomes.find((candidate) => candidate === code);
  return known === undefined ? (code ?? '') : t(`family.outcome.${known}`);
};

type ActionProps = {
  readonly family: FamilyId;
  readonly care: CareChild;
  readonly status: CareStatus;
  readonly due: NextForm | null;
};

const Actions = ({ family, care, status, due }: ActionProps) => {
  const child = care.id;
  const inHospital = status.kind === 'inHospital';
  const toRefer = status.kind === 'toRefer' ? care.unreferred : undefined;
  return (
    <div class="child__actions">
      {toRefer === undefined ? null : (
        <Button
          kind="danger"
          full
          icon="hospital"
          onPress={() => go({ name: 'refer', family, child, entry: toRefer.entry })}
        >
          {t('family.do.refer')}
        </Button>
      )}
      {inHospital ? (
        <Button kind="primary" full icon="hospital" onPress={() => go({ name: 'counter-referral', family, child })}>
          {t('family.do.counter-referral')}
        </Button>
      ) : due === null ? null : (
        <Button
          kind={toRefer === undefined ? 'primary' : 'secondary'}
          full
          icon="edit"
          onPress={() => go({ name: 'visit', family, child, form: due })}
        >
          {t(`family.do.${due}`)}
        </Button>
      )}
      {asksForTracing(status) ? (
        <Button full icon="phone" onPress={() => go({ name: 'trace', family, child })}>
          {t('family.do.trace')}
        </Button>
      ) : null}
      <div class="child__pair">
        <Button full icon="chart" onPress={() => go({ name: 'growth', family, child })}>
          {t('family.do.growth')}
        </Button>
        {inHospital || toRefer !== undefined ? null : (
          <Button full icon="hospital" onPress={() => go({ name: 'refer', family, child })}>
            {t('family.do.refer')}
          </Button>
        )}
      </div>
    </div>
  );
};

const leavingsInCare = ['transfer', 'refusal', 'exit', 'death'] as const;
const leavingsOutside = ['transfer', 'refusal', 'death'] as const;

const OtherActions = ({ family, care, status, due }: ActionProps) => {
  const child = care.id;
  const inCare = care.care !== null && care.care.status !== 'exited';
  const leavings = inCare ? leavingsInCare : leavingsOutside;
  return (
    <Disclosure summary={t('family.do.more')}>
      <h3 class="child__more">{t('family.do.other')}</h3>
      <div class="rows">
        {visitForms
          .filter((form) => form !== due)
          .map((form) => (
            <Button key={form} full onPress={() => go({ name: 'visit', family, child, form })}>
              {t(`family.do.${form}`)}
            </Button>
          ))}
        {status.kind === 'inHospital' ? null : (
          <Button full onPress={() => go({ name: 'counter-referral', family, child })}>
            {t('family.do.counter-referral')}
          </Button>
        )}
      </div>
      <h3 class="child__more">{t('family.do.leave')}</h3>
      <div class="rows">
        {leavings.map((why) => (
          <Button key={why} full onPress={() => go({ name: 'leave', family, person: child, why })}>
            {t(`family.leave.${why}`)}
          </Button>
        ))}
      </div>
    </Disclosure>
  );
};
