/** One visit with its earlier and its new conclusions side by side. */
import { Card } from '@denba/kit/lists/card.view';
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { ComponentChildren } from 'preact';
import { ClassHeadline } from '../../shell/findings/class-headline.view.tsx';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import { sayChild } from '../../shell/words/say-child.ts';
import { sayForm } from '../entry/entry-words.ts';
import { answersNow } from './correction-draft.ts';
import type { ToldAnew } from './told-anew.ts';

export const AnewVisit = ({ timeline, told }: { readonly timeline: Timeline; readonly told: ToldAnew }) => {
  const { one, before, now, reasons, graver, isLast } = told;
  const { visit, protocol, inItsPlace } = one;
  const next = before?.next?.on !== now.next?.on;
  const agreed = parseLocalDate(String(answersNow(visit)['next_due'] ?? ''));
  return (
    <Card title={`${sayForm(visit)} · ${sayDay(visit.occurredOn)}`}>
      <p class="child__who">{sayChild(timeline, visit.subject, visit.occurredOn)}</p>
      <div class="compare">
        <div class="compare__head">
          <span>{t('family.anew.before')}</span>
          <span>{t('family.anew.after')}</span>
        </div>
        <dl class="compare">
          <Both label={t('family.anew.class')}>
            <dd>{before === null ? t('family.anew.unknown') : <ClassHeadline findings={before} size="small" />}</dd>
            <dd>
              <ClassHeadline findings={now} size="small" />
            </dd>
          </Both>
          {next ? (
            <Both label={t('findings.next')}>
              <dd>{dayOf(before)}</dd>
              <dd>
                <strong>{dayOf(now)}</strong>
              </dd>
            </Both>
          ) : null}
        </dl>
      </div>
      {graver && !isLast ? <p>{t('family.anew.later')}</p> : null}
      {next && isLast && agreed.ok ? <p>{t('family.anew.agreed', { day: sayDay(agreed.value) })}</p> : null}
      {reasons.added.length + reasons.gone.length === 0 ? null : (
        <Disclosure summary={t('family.anew.why')}>
          <Reasons title={t('family.anew.added')} texts={reasons.added} />
          <Reasons title={t('family.anew.gone')} texts={reasons.gone} gone />
        </Disclosure>
      )}
      {inItsPlace ? <p>{t('family.anew.in-place')}</p> : null}
      <p class="quiet">{t('findings.protocol', { version: protocolVersion(protocol.content) })}</p>
    </Card>
  );
};

const Both = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  <div class="compare__fact">
    <dt>{label}</dt>
    {children}
  </div>
);

const dayOf = (findings: VisitFindings | null): string => {
  const on: LocalDate | null = findings?.next?.on ?? null;
  return on === null ? t('family.anew.none') : sayDay(on);
};

type ReasonsProps = { readonly title: string; readonly texts: readonly string[]; readonly gone?: boolean };

const Reasons = ({ title, texts, gone = false }: ReasonsProps) =>
  texts.length === 0 ? null : (
    <div class="answers__part">
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{gone ? <del>{text}</del> : text}</li>
        ))}
      </ul>
    </div>
  );
