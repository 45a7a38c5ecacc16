/** The family's history, newest first: pregnancies, births, visits, referrals, corrections. Each opens its entry. */

import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import type { EntryId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { useState } from 'preact/hooks';
import { LastClass } from '../shell/families/last-class.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { saySubject } from './entry/entry-words.ts';
import { historyLine } from './entry/history-words.ts';
import { withoutParts } from './merge/merge-drafts.ts';

/** The number of entries shown at first, about one screen; one tap shows the rest. */
const FIRST = 6;

export const History = ({
  timeline,
  onOpen,
}: {
  readonly timeline: Timeline;
  readonly onOpen: (entry: EntryId) => void;
}) => {
  const [all, setAll] = useState(false);
  const newest = withoutParts(timeline.history).toSorted((a, b) =>
    a.occurredOn === b.occurredOn
      ? a.entry.recordedAt < b.entry.recordedAt
        ? 1
        : -1
      : a.occurredOn < b.occurredOn
        ? 1
        : -1,
  );
  const shown = all ? newest : newest.slice(0, FIRST);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('family.history')}</h2>
      <ol class="history">
        {shown.map((read) => (
          <li key={read.entry.id}>
            <Line read={read} timeline={timeline} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      {shown.length < newest.length ? (
        <Button kind="quiet" full onPress={() => setAll(true)}>
          {t('family.history-all', { count: newest.length })}
        </Button>
      ) : null}
    </section>
  );
};

const Line = ({
  read,
  timeline,
  onOpen,
}: {
  readonly read: ReadEntry;
  readonly timeline: Timeline;
  readonly onOpen: (entry: EntryId) => void;
}) => {
  const { icon, form, figures, shownClass, corrected, withdrawn } = historyLine(read, contentLanguage());
  const isOfChild = timeline.children.length > 1 && read.subject !== null;
  const name = isOfChild ? saySubject(timeline, read) : null;
  const facts = [
    ...(name === null ? [] : [name]),
    sayDay(read.occurredOn),
    ...figures,
    ...(withdrawn ? [t('family.withdrawn')] : []),
    ...(corrected ? [t('family.corrected')] : []),
  ];
  return (
    <button
      type="button"
      class={`history__line${withdrawn ? ' history__line--withdrawn' : ''}`}
      onClick={() => onOpen(read.entry.id)}
    >
      <Icon name={icon} />
      <span class="history__text">
        <span class="history__title">{form === null ? t('family.form-unknown') : t(`family.form.${form}`)}</span>
        <span class="history__detail">{facts.join(' · ')}</span>
        {withdrawn ? null : <LastClass lastClass={shownClass} />}
      </span>
    </button>
  );
};
