/**
 * What one user can do for another user of this phone: choose a new PIN when hers is forgotten, or remove her, after
 * one question. A removed user's key is deleted; what she recorded stays, under her name.
 */

import type { DeviceUser } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { rememberName } from '../shell/record/people-names.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = {
  /** The other user; `null` while the sheet is closed. */
  readonly user: DeviceUser | null;
  readonly onClose: () => void;
  readonly onNewPin: (user: DeviceUser) => void;
  readonly onRemoved: (name: string) => void;
};

export const OtherPerson = ({ user, onClose, onNewPin, onRemoved }: Props) => {
  const { session } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<'lastUser' | 'failed' | null>(null);
  const remove = async (leaving: DeviceUser): Promise<void> => {
    try {
      await rememberName(session.sealed, leaving);
      const result = await session.users.remove(leaving.id);
      if (result.ok) {
        setAsking(false);
        onRemoved(leaving.name);
      } else setProblem(result.error.kind);
    } catch {
      setProblem('failed');
    }
  };
  const close = (): void => {
    setAsking(false);
    setProblem(null);
    onClose();
  };
  const name = user?.name ?? '';
  return (
    <Sheet
      open={user !== null}
      label={asking ? t('people.remove-sure', { name }) : name}
      closeLabel={t('people.close')}
      onClose={close}
      actions={
        asking ? (
          <>
            {/* The key of the button that asked: the focus and a second tap fall on the way back. */}
            <Button key="ask" kind="secondary" full onPress={() => setAsking(false)}>
              {t('people.remove-no')}
            </Button>
            <Button key="yes" kind="danger" full onPress={() => void (user === null ? undefined : remove(user))}>
              {t('people.remove-yes')}
            </Button>
          </>
        ) : (
          <>
            <Button
              key="pin"
              kind="secondary"
              full
              icon="key"
              onPress={() => (user === null ? undefined : onNewPin(user))}
            >
              {t('people.give-pin')}
            </Button>
            <Button key="ask" kind="danger" full onPress={() => setAsking(true)}>
              {t('people.remove')}
            </Button>
            <Button key="close" kind="quiet" full onPress={close}>
              {t('people.close')}
            </Button>
          </>
        )
      }
    >
      {problem === null ? null : (
        <Notice kind="danger" title={t(problem === 'lastUser' ? 'people.last-user' : 'people.not-changed')} />
      )}
      {asking ? null : <p>{t('people.give-pin-text')}</p>}
      <p>{t('people.remove-text')}</p>
    </Sheet>
  );
};
