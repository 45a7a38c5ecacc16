/** Removes a user from this phone. Her key is deleted; what she recorded stays, under her name. */

import type { DeviceUser } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { Sheet } from '@denba/kit/frames/sheet.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { rememberName } from '../shell/record/people-names.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Props = {
  /** The user to remove; `null` while the sheet is closed. */
  readonly user: DeviceUser | null;
  readonly onClose: () => void;
  readonly onRemoved: (name: string) => void;
};

export const RemovePerson = ({ user, onClose, onRemoved }: Props) => {
  const { session } = useWorkspace();
  const [problem, setProblem] = useState<'lastUser' | 'failed' | null>(null);
  const remove = async (leaving: DeviceUser): Promise<void> => {
    try {
      await rememberName(session.sealed, leaving);
      const result = await session.users.remove(leaving.id);
      if (result.ok) onRemoved(leaving.name);
      else setProblem(result.error.kind);
    } catch {
      setProblem('failed');
    }
  };
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  return (
    <Sheet
      open={user !== null}
      label={t('people.remove-title', { name: user?.name ?? '' })}
      closeLabel={t('people.close')}
      onClose={close}
      actions={
        <>
          <Button kind="danger" full onPress={() => void (user === null ? undefined : remove(user))}>
            {t('people.remove')}
          </Button>
          <Button kind="quiet" full onPress={close}>
            {t('people.keep')}
          </Button>
        </>
      }
    >
      {problem === null ? null : (
        <Notice kind="danger" title={t(problem === 'lastUser' ? 'people.last-user' : 'people.not-changed')} />
      )}
      <p>{t('people.remove-text')}</p>
    </Sheet>
  );
};
