/** The content of a family's parcel, shown before anything of it is saved. */
import type { ArrivedFamily } from '@denba/device/centres/open-family-parcel';
import { Notice } from '@denba/kit/notices/notice.view';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { familyRefusals } from '@denba/sync/courier/judge-family';
import { t } from '../shell/words/language.ts';
import { familyNames } from './family-names.ts';

export const ArrivedFacts = ({ arrived }: { readonly arrived: ArrivedFamily }) => {
  const { joins, known, refused, neverMet } = arrived;
  const entries = [...known, ...joins];
  const [first] = entries;
  const names = first === undefined ? null : familyNames(foldTimeline(first.family, entries));
  return (
    <>
      {names === null ? null : <p>{t('centres.who', names)}</p>}
      {joins.length === 0 ? (
        <Notice kind="info" title={t(refused.length === 0 ? 'centres.nothing-new' : 'centres.nothing-fits')} />
      ) : (
        <p>
          {t('centres.new', { count: joins.length })}
          {known.length === 0 ? null : ` ${t('centres.known', { count: known.length })}`}
        </p>
      )}
      {neverMet === 0 ? null : <p>{t('centres.never-met', { count: neverMet })}</p>}
      {refused.length === 0 ? null : (
        <Notice kind="warning" title={t('centres.refused', { count: refused.length })}>
          <ul>
            {familyRefusals
              .filter((reason) => refused.includes(reason))
              .map((reason) => (
                <li key={reason}>
                  {t(`centres.refused-${reason}`, { count: refused.filter((one) => one === reason).length })}
                </li>
              ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
