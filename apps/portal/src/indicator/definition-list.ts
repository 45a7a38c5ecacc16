/** What an indicator counts, its source, and whether somebody approved it. */
import type { Indicator } from '@denba/indicators/indicator';
import { type Html, html } from '@denba/kit/html/html';
import type { Words } from '../words/words.ts';

export const definitionList = (words: Words, indicator: Indicator): Html => html`<section aria-labelledby="definition">
<h2 id="definition">${words.t('definition.title')}</h2>
<dl>${definitionOf(words, indicator).map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
</section>`;

/** The lines of a definition, which the exports use too. */
export const definitionOf = (
  { t, text }: Words,
  indicator: Indicator,
): readonly (readonly [name: string, text: string])[] => {
  const { code, name, numerator, denominator, reading, trap, source, status, needs } = indicator;
  const lines: readonly (readonly [string, string | null])[] = [
    [t('definition.code'), code],
    [t('definition.name'), text(name)],
    [t('definition.numerator'), text(numerator)],
    [t('definition.denominator'), denominator === null ? null : text(denominator)],
    [t('definition.reading'), text(reading)],
    [t('definition.trap'), trap === null ? null : text(trap)],
    [t('definition.needs'), needs === null ? null : text(needs)],
    [t('definition.source'), `${source} – ${t(`definition.status-${status}`)}`],
  ];
  return lines.flatMap(([label, said]) => (said === null || said === '' ? [] : [[label, said] as const]));
};
