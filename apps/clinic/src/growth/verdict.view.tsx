/** Shown above the charts: the protocol's conclusion on growth, and where the last weight lies. Never names a cause. */
import type { LocalDate } from '@denba/quantities/local-date';
import { referenceAt } from '../shell/growth/chart-choice.ts';
import type { GrowthPoint } from '../shell/growth/growth-point.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { sayPreterm, sayWeeks } from '../shell/growth/preterm-words.ts';
import { capitalised } from '../shell/words/capitalised.ts';
import { contentLanguage, t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import '../shell/findings/findings.css';
import { growthVerdict, type Trend } from './growth-verdict.ts';
import { sayMeasure, sayZ } from './point-words.ts';

type Props = { readonly story: GrowthStory; readonly today: LocalDate };

export const Verdict = ({ story, today }: Props) => {
  const { protocol } = useWorkspace();
  const { conclusion, last, before } = growthVerdict(story, protocol.content);
  return (
    <section class="verdict" aria-label={t('growth.title')}>
      {conclusion === null ? (
        <p class="verdict__word">{t('growth.no-verdict')}</p>
      ) : (
        <p class="verdict__word">
          {conclusion.trend === null ? null : <TrendArrow trend={conclusion.trend} />}
          <span>
            {capitalised(conclusion.text[contentLanguage()])}{' '}
            {conclusion.aValider ? <em class="a-valider">{t('shell.a-valider')}</em> : null}
          </span>
        </p>
      )}
      {last === null
        ? null
        : sayLast(story, last, before).map((line) => (
            <p key={line} class="verdict__last">
              {line}
            </p>
          ))}
      <Preterm story={story} today={today} />
    </section>
  );
};

/** The last weight by the standard in force, and by WHO's, which decides care. */
const sayLast = (story: GrowthStory, last: GrowthPoint, before: GrowthPoint | null): readonly string[] => {
  const onPreterm = referenceAt('weight', story, last.postMenstrualDays) === 'preterm';
  const preterm =
    onPreterm && last.pretermZ !== null
      ? [t('growth.last-preterm', { z: sayZ(last.pretermZ), weeks: sayWeeks(last.postMenstrualDays ?? 0) })]
      : [];
  const who =
    last.z === null
      ? t('growth.last-no-z', { value: sayMeasure('weight', last.value) })
      : t('growth.last', { score: t('growth.score.weight'), z: sayZ(last.z) });
  const earlier = last.z === null || before?.z == null ? '' : ` (${t('growth.before', { z: sayZ(before.z) })})`;
  return [`${who} ${t('growth.verdict-on', { day: sayDay(last.on) })}${earlier}`, ...preterm];
};

const Preterm = ({ story, today }: Props) => {
  const said = story.preterm === true ? sayPreterm(story, today) : null;
  return said === null ? null : <p class="quiet">{said}</p>;
};

const turns: Readonly<Record<Trend, string>> = { up: 'rotate(-45 12 12)', level: '', down: 'rotate(45 12 12)' };

/** Drawn as SVG, because a phone may show ↗ as an emoji. Time runs left to right on every page, as in the chart. */
const TrendArrow = ({ trend }: { readonly trend: Trend }) => (
  <svg class="verdict__arrow" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M3 12h17M14 5.5l6.5 6.5-6.5 6.5" transform={turns[trend]} />
  </svg>
);
