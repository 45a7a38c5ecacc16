/** The reasons: one sentence per rule, which opens to show the row, the values it read, and its source. */
import { Disclosure } from '@denba/kit/lists/disclosure.view';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { t } from '../words/language.ts';
import { inReadingOrder } from '../words/reading-order.ts';

type Reason = VisitFindings['reasons'][number];

type Props = { readonly reasons: readonly Reason[]; readonly id?: string };

export const Reasons = ({ reasons, id = 'why' }: Props) =>
  reasons.length === 0 ? null : (
    <section class="findings__part" aria-labelledby={id}>
      <h2 id={id}>{t('findings.why')}</h2>
      {reasons.map((reason) => (
        <Disclosure
          key={reason.row}
          summary={
            <span>
              {inReadingOrder(reason.text)}
              {reason.aValider ? <em class="a-valider"> {t('shell.a-valider')}</em> : null}
            </span>
          }
        >
          <dl class="answers">
            {reason.values.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{inReadingOrder(value)}</dd>
              </div>
            ))}
          </dl>
          <p class="quiet">
            {reason.row} · {reason.aValider ? t('shell.a-valider-long') : reason.source}
          </p>
        </Disclosure>
      ))}
    </section>
  );
