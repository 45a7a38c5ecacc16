/** Every correction of an entry: when, by whom, why, and whether a later one undid it. */
import { Card } from '@denba/kit/lists/card.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import type { Correction, Timeline } from '@denba/records/timeline/timeline';
import { go } from '../../shell/route.ts';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { useAuthorName } from './use-author-name.ts';

type Props = { readonly corrections: readonly Correction[]; readonly timeline: Timeline };

export const EntryCorrections = ({ corrections, timeline }: Props) => {
  const nameOf = useAuthorName();
  if (corrections.length === 0) return null;
  return (
    <Card title={t('family.entry.corrections')} flush>
      {corrections.map(({ entry, author, reason, undone }) => {
        const day = timeline.history.find((read) => read.entry.id === entry)?.occurredOn;
        const facts = [
          ...(day === undefined ? [] : [sayDay(day)]),
          nameOf(author),
          ...(undone ? [t('family.entry.corrections-undone')] : []),
        ];
        return (
          <ListRow
            key={entry}
            title={reason}
            subtitle={facts.join(' · ')}
            onPress={() => go({ name: 'entry', family: timeline.family, entry })}
          />
        );
      })}
    </Card>
  );
};
