/** Tells a user that her PIN was changed while somebody else had the phone open, until she says that she knows. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { dayOfMs } from '../shell/phone/clock.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';

export const PinGivenNotice = () => {
  const { device, session } = useWorkspace();
  const [confirmed, setConfirmed] = useState(false);
  const given = device.users().find(({ id }) => id === session.user.id)?.pinGiven;
  if (given === undefined || confirmed) return null;
  const day = sayDay(dayOfMs(given.atMs));
  const confirm = async (): Promise<void> => {
    await session.users.confirmPin();
    setConfirmed(true);
  };
  return (
    <Notice
      kind="warning"
      title={
        given.by === '' ? t('people.pin-changed-by-key', { day }) : t('people.pin-changed-by', { day, name: given.by })
      }
      actions={
        <>
          <Button onPress={() => void confirm()}>{t('people.pin-mine')}</Button>
          <Button onPress={() => go({ name: 'people' })}>{t('people.change-pin')}</Button>
        </>
      }
    >
      {t('people.pin-not-mine')}
    </Notice>
  );
};
