/**
 * The parcels carried for others: which phone, which entries, size, since when, and the server's reason for a refusal.
 */
import type { Carried } from '@denba/device/courier/carriage';
import { Button } from '@denba/kit/buttons/button.view';
import { IconButton } from '@denba/kit/buttons/icon-button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { phoneName } from '../shell/carrying/phone-name.ts';
import { sayBytes } from '../shell/files/say-bytes.ts';
import { dayOfMs } from '../shell/phone/clock.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import './server.css';

type Props = { readonly carried: readonly Carried[]; readonly onLetGo: (id: string) => void };

export const CarriedList = ({ carried, onLetGo }: Props) => {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <h3 class="carried-title">{t('server.carried', { count: carried.length })}</h3>
      <ul class="carried">
        {carried.map((one) => (
          <li key={one.id}>
            <div class="carried__line">
              <p>
                <strong>{sayRange(one)}</strong>
                <br />
                <span class="quiet">
                  {t('server.carried-when', {
                    size: sayBytes(one.bytes),
                    day: sayDay(dayOfMs(one.takenAtMs), 'short'),
                  })}
                </span>
              </p>
              <IconButton icon="close" label={sayLetGo(one)} onPress={() => setAsked(one.id)} />
            </div>
            {one.refused === null ? null : <Notice kind="warning" title={sayRefused(one.refused.outcome)} />}
            {asked !== one.id ? null : (
              <Notice
                kind="warning"
                title={t('server.carry-sure')}
                actions={
                  <>
                    <Button kind="danger" onPress={() => onLetGo(one.id)}>
                      {t('server.carry-let-go-yes')}
                    </Button>
                    <Button onPress={() => setAsked(null)}>{t('server.carry-keep')}</Button>
                  </>
                }
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

const sayRange = ({ kind, from, first, last }: Carried): string =>
  kind === 'family'
    ? t('server.carried-family', { phone: phoneName(from) })
    : t(first === last ? 'server.carried-one' : 'server.carried-range', { phone: phoneName(from), first, last });

const sayLetGo = ({ kind, from, first }: Carried): string =>
  kind === 'family'
    ? t('server.carry-let-go-family', { phone: phoneName(from) })
    : t('server.carry-let-go', { phone: phoneName(from), first });

const told = ['early', 'notOurs', 'unknownPhone'] as const;

const sayRefused = (outcome: string): string => {
  const known = told.find((one) => one === outcome);
  if (known !== undefined) return t(`server.carried-${known}`);
  return outcome === 'newer-denba' ? t('shell.server-older') : t('server.carried-other', { code: outcome });
};
