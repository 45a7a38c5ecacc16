/** Two drafts and the protocol of today, side by side. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { costOf, type UnitCosts } from '@denba/protocols/what-if/compare/cost';
import { tellCaught } from '@denba/protocols/what-if/compare/tell-caught';
import type { PortalVisit } from '../portal-visit.ts';
import { sayNumber } from '../words/numbers.ts';
import type { Words } from '../words/words.ts';
import { calendarPair } from './calendar-part.ts';
import { foundMore } from './caught-part.ts';
import { trailOf } from './content-pages.ts';
import { draftAddress } from './draft-address.ts';
import { draftLayout } from './draft-layout.ts';
import type { DraftSummary, ReplayResult } from './draft-view.ts';
import { hiddenParts, isHidden, type Pair } from './hidden-numbers.ts';
import { classPairs } from './replay-figures.ts';

export type Beside = {
  readonly drafts: readonly [BesideDraft, BesideDraft];
  readonly costs: UnitCosts;
  /** The reader may see small numbers of every place. */
  readonly open: boolean;
  /** Both drafts were replayed over the same entries. */
  readonly isSame: boolean;
};

export type BesideDraft = Pick<DraftSummary, 'id' | 'title'> & { readonly result: ReplayResult };

export const besidePage = (visit: PortalVisit, { drafts, costs, open, isSame }: Beside): Html => {
  const { t, text } = visit;
  const [one, other] = drafts;
  const pairsOf = ({ result: { base, draft, calendar } }: BesideDraft) =>
    new Map([
      ...classPairs(visit, base, draft),
      [t('replay.enrolled'), { base: base.enrolled, draft: draft.enrolled }] as const,
      [t('replay.referred'), { base: base.referred, draft: draft.referred }] as const,
      [t('replay.visits'), { base: base.visits, draft: draft.visits }] as const,
      ...(calendar?.counted ?? []).map(
        ({ title, cells }) => [t('replay.calendar-asks', { contact: text(title) }), calendarPair(cells)] as const,
      ),
    ]);
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const hasCosts = costs.visit + costs.enrolment + costs.referral > 0;
  const work = [t('replay.enrolled'), t('replay.referred'), t('replay.visits')];
  const mayPrice =
    open || work.every((name) => [left, right].every((of) => !isHidden(of.get(name) ?? { base: 0, draft: 0 })));
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const said = (count: number): string => sayNumber(visit, Math.round(count));
  const line = (name: string, counts: readonly number[], hidden: boolean): Html =>
    html`<tr><th scope="row">${name}</th>${counts.map((count) => html`<td class="number">${hidden ? t('replay.few') : said(count)}</td>`)}</tr>`;
  // The classes add up to a total that is shown, so none of them may be the only hidden one.
  const classes = new Set(
    drafts.flatMap(({ result: { base, draft } }) => classPairs(visit, base, draft).map(([name]) => name)),
  );
  const hiddenOf = (of: ReadonlyMap<string, Pair>): ReadonlySet<string> => {
    const mine = [...of].filter(([name]) => classes.has(name));
    const hidden = hiddenParts(mine.map(([, pair]) => ({ ...pair, open })));
    return new Set(mine.flatMap(([name], at) => (hidden[at] === true ? [name] : [])));
  };
  const few = [hiddenOf(left), hiddenOf(right)];
  const cells = names.map((name) => {
    const [a, b] = [left.get(name), right.get(name)];
    const base = a?.base ?? b?.base ?? 0;
    // For a line that a draft does not change, the number of today is shown.
    const counts = [base, a?.draft ?? base, b?.draft ?? base];
    const hidden =
      few.some((of) => of.has(name)) || (!open && [a, b].some((pair) => pair !== undefined && isHidden(pair)));
    return line(name, counts, hidden);
  });
  const costsOf = ({ result }: BesideDraft) => costOf(result.months, costs);
  return draftLayout(
    visit,
    { title: t('replay.beside'), trail: [...trailOf(visit, one), [draftAddress(one.id, 'replay'), t('replay.title')]] },
    html`${!isSame && html`<p class="warning">${t('replay.beside-other')}</p>`}
<div class="scroll" role="region" aria-label="${t('replay.beside')}" tabindex="0"><table>
<thead><tr><th scope="col">${t('replay.what')}</th><th scope="col" class="number">${t('replay.now')}</th>${drafts.map(({ title }) => html`<th scope="col" class="number">${text(title)}</th>`)}</tr></thead>
<tbody>${cells}
${hasCosts && mayPrice && line(t('replay.cost-line'), [costsOf(one).base, costsOf(one).draft, costsOf(other).draft], false)}</tbody></table></div>
${caughtLines(visit, drafts, open)}`,
  );
};

const caughtLines = (words: Words, drafts: Beside['drafts'], open: boolean): Part => {
  const { t, text } = words;
  return (
    open &&
    html`<h2>${t('replay.caught')}</h2><p class="soft told">${t('replay.caught-text')}</p><div class="beside">${drafts.map(
      ({ title, result }) =>
        result.draft.caught !== null &&
        html`<div><h3>${text(title)}</h3>${result.base.caught !== null && foundMore(words, result.base.caught, result.draft.caught)}<ul>${tellCaught(result.draft.caught).map((one) => html`<li>${text(one)}</li>`)}</ul></div>`,
    )}</div>`
  );
};
