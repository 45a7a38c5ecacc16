/** How to reach a family: who can be called, and where it lives. */

import { Icon } from '@denba/kit/icons/icon.view';
import { Card } from '@denba/kit/lists/card.view';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { t } from '../shell/words/language.ts';
import { reachable } from './reachable.ts';

export const TraceReach = ({ timeline, child }: { readonly timeline: Timeline; readonly child: PersonId }) => {
  const { village, distanceMin, chw, language } = timeline.contact;
  const people = reachable(timeline, child);
  return (
    <Card>
      {people.length === 0 ? <p>{t('leaving.no-phone')}</p> : null}
      {people.map(({ role, name, phone }) => (
        <a
          key={phone}
          class="k-button k-button--primary k-button--full leaving__call"
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
        >
          <Icon name="phone" />
          <span class="k-button__text">
            {t('leaving.call', { name: name ?? t(`leaving.the-${role}`) })} ·{' '}
            <span class="leaving__number" dir="ltr">
              {phone}
            </span>
          </span>
        </a>
      ))}
      <h2>{t('leaving.where')}</h2>
      <p>{village === null ? t('leaving.no-village') : t('leaving.village', { village })}</p>
      {distanceMin === null ? null : <p>{t('leaving.distance', { count: distanceMin })}</p>}
      {chw === null ? null : <p>{t('leaving.chw', { chw })}</p>}
      {language === null ? null : <p>{t('leaving.language', { language })}</p>}
    </Card>
  );
};
