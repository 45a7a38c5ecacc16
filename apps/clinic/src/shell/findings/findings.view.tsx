/** The conclusions of the protocol, as shown at the end of a visit and kept in the record. */
import { Notice } from '@denba/kit/notices/notice.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { ComponentChildren } from 'preact';
import { t } from '../words/language.ts';
import { inReadingOrder } from '../words/reading-order.ts';
import { ClassHeadline } from './class-headline.view.tsx';
import { Reasons } from './reasons.view.tsx';
import './findings.css';

type Props = {
  readonly findings: VisitFindings;
  /** Shown between the class and the reasons, because what to do comes before why. */
  readonly children?: ComponentChildren;
};

export const Findings = ({ findings, children }: Props) => (
  <div class="findings">
    <ClassHeadline findings={findings} />
    {findings.escalation.length === 0 ? null : (
      <Notice kind="danger" title={t('findings.escalation')}>
        <ul>
          {findings.escalation.map(({ row, text }) => (
            <li key={row}>{inReadingOrder(text)}</li>
          ))}
        </ul>
      </Notice>
    )}
    {children}
    <Missing findings={findings} />
    <Reasons reasons={findings.reasons} />
  </div>
);

const Missing = ({ findings }: { readonly findings: VisitFindings }) =>
  findings.missing.length === 0 && findings.refused.length === 0 ? null : (
    <section class="findings__part" aria-labelledby="missing">
      <h2 id="missing">{t('findings.missing')}</h2>
      <ul>
        {findings.missing.map(({ text }) => (
          <li key={text}>{inReadingOrder(text)}</li>
        ))}
        {findings.refused.map(({ text }) => (
          <li key={text}>{inReadingOrder(text)}</li>
        ))}
      </ul>
      <p class="quiet">{t('findings.missing-text')}</p>
    </section>
  );
