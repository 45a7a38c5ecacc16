/** One index of a child on its chart, with a choice of standard for a preterm child and a key of the signs below. */

import type { Sex } from '@denba/growth/sex';
import { ChipRow } from '@denba/kit/buttons/chip-row.view';
import { useMemo, useState } from 'preact/hooks';
import { chartPoints, type Reference, referenceAt, referencesOf } from '../shell/growth/chart-choice.ts';
import type { GrowthIndex } from '../shell/growth/growth-index.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { t } from '../shell/words/language.ts';
import { ChartKey } from './chart-key.view.tsx';
import { ChildChart } from './child-chart.view.tsx';

type Props = { readonly story: GrowthStory; readonly sex: Sex; readonly index: GrowthIndex };

export const ChartPanel = ({ story, sex, index }: Props) => {
  const points = story.points[index];
  const references = referencesOf(index, story);
  const [reference, setReference] = useState<Reference>(() =>
    referenceAt(index, story, points.at(-1)?.postMenstrualDays ?? story.gestationalAgeDays),
  );
  const canCorrect = reference === 'who' && points.some(({ corrected }) => corrected !== null);
  const [corrected, setCorrected] = useState(true);
  const drawn = useMemo(() => chartPoints(points, index, reference, corrected), [points, index, reference, corrected]);
  return (
    <div class="growth__panel">
      {references.length < 2 ? null : (
        <ChipRow
          label={t('growth.reference')}
          chips={references.map((id) => ({
            value: id,
            label: t(`growth.reference.${id}`),
            pressed: id === reference,
          }))}
          onPress={(id) => setReference(id === 'preterm' ? 'preterm' : 'who')}
        />
      )}
      {points.length === 0 ? <p class="growth__none">{t('growth.none')}</p> : null}
      <ChildChart key={reference} story={story} sex={sex} index={index} reference={reference} drawn={drawn} />
      {canCorrect ? (
        <ChipRow
          label={t('growth.corrected')}
          chips={[{ value: 'corrected', label: t('growth.corrected'), pressed: corrected }]}
          onPress={() => setCorrected(!corrected)}
        />
      ) : null}
      <ChartKey drawn={drawn} />
      <p class="quiet growth__source">{t(`growth.source.${reference}`)}</p>
    </div>
  );
};
