/**
 * Prints the charts, on A4 or A5: each sheet has the child's data at the top and one chart that has measurements, with
 * its table. The charts are rendered only for printing.
 */
import type { Sex } from '@denba/growth/sex';
import { Button } from '@denba/kit/buttons/button.view';
import { loadChartStandard } from '@denba/kit/growth-chart/load-chart-standard';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import { useEffect, useState } from 'preact/hooks';
import { chartOf, chartPoints, type Reference, referencesOf } from '../shell/growth/chart-choice.ts';
import { type GrowthIndex, growthIndexes } from '../shell/growth/growth-index.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { sayWeeks } from '../shell/growth/preterm-words.ts';
import { t } from '../shell/words/language.ts';
import { sayDay, sayName, saySex } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { ChildChart } from './child-chart.view.tsx';

type Props = {
  readonly timeline: Timeline;
  readonly child: Person;
  readonly story: GrowthStory;
  readonly sex: Sex;
};

type Sheet = { readonly index: GrowthIndex; readonly reference: Reference };

export const GrowthPaper = (props: Props) => {
  const { timeline, story, sex } = props;
  const { session } = useWorkspace();
  const [printing, setPrinting] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const sheets = growthIndexes
    .filter((index) => story.points[index].length > 0)
    .flatMap((index) => referencesOf(index, story).map((reference): Sheet => ({ index, reference })));

  const print = async (): Promise<void> => {
    setPrinting(true);
    // The standards are loaded first, so that the charts are complete when the page is printed.
    await Promise.allSettled(sheets.map(({ index, reference }) => loadChartStandard(chartOf(index, reference), sex)));
    void session.audit.add('growth-printed', { family: timeline.family });
    setDrawn(true);
  };
  // The sheets stay rendered, because some phones capture the page long after `print` returned.
  useEffect(() => {
    if (!printing || !drawn) return;
    const timer = setTimeout(() => {
      globalThis.print();
      setPrinting(false);
    }, DRAWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [printing, drawn]);

  if (sheets.length === 0) return null;
  return (
    <>
      <Button full icon="print" busy={printing} onPress={() => void print()}>
        {t(printing ? 'growth.printing' : 'growth.print')}
      </Button>
      {drawn ? (
        <div class="growth-paper" aria-hidden="true">
          {sheets.map(({ index, reference }) => (
            <section key={`${index} ${reference}`} class="growth-paper__sheet">
              <PaperHead {...props} />
              <ChildChart
                story={story}
                sex={sex}
                index={index}
                reference={reference}
                drawn={chartPoints(story.points[index], index, reference, false)}
              />
              <p class="growth__source">{t(`growth.source.${reference}`)}</p>
            </section>
          ))}
        </div>
      ) : null}
    </>
  );
};

/** Time for the charts to be drawn: each draws itself once, and again when it knows its width. */
const DRAWN_AFTER_MS = 250;

const PaperHead = ({ timeline, child, story }: Props) => {
  const { session, today, mode } = useWorkspace();
  const mother = timeline.persons.find(({ roles }) => roles.includes('mother'));
  const { birthDate, gestationalAgeDays } = story;
  return (
    <header class="growth-paper__head">
      {mode === 'training' ? <p>{t('shell.training-banner')}</p> : null}
      <p>
        <strong>
          {t('growth.print-child', {
            name: sayName(child.name, 'child'),
            sex: saySex(child.sex),
            day: birthDate === null ? '' : sayDay(birthDate),
          })}
        </strong>
      </p>
      <p>
        {[
          t('growth.print-mother', { name: sayName(mother?.name ?? null, 'mother') }),
          ...(gestationalAgeDays === null
            ? []
            : [t('growth.print-gestation', { weeks: sayWeeks(gestationalAgeDays) })]),
          t('growth.printed', { centre: session.centre.name, day: sayDay(today()) }),
        ].join(' · ')}
      </p>
    </header>
  );
};
