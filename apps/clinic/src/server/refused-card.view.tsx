/**
 * Entries that the server keeps in quarantine until a supervisor has looked at them. On this phone they stay unchanged.
 */

import type { Link } from '@denba/device/sync/link';
import { Card } from '@denba/kit/lists/card.view';
import { t } from '../shell/words/language.ts';

const known = ['notAnEntry', 'tooLarge', 'brokenChain', 'fork', 'foreignDevice', 'wrongPlace'] as const;

export const RefusedCard = ({ refused }: Pick<Link, 'refused'>) =>
  refused.length === 0 ? null : (
    <Card title={t('server.apart', { count: refused.length })}>
      <p>{t('server.apart-text')}</p>
      <ul>
        {refused.map(({ seq, reason }) => {
          const why = known.find((one) => one === reason);
          return (
            <li key={seq}>
              {t('server.apart-line', { seq, why: why === undefined ? reason : t(`server.reason.${why}`) })}
            </li>
          );
        })}
      </ul>
    </Card>
  );
