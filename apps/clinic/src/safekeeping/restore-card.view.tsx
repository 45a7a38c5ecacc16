/**
 * A backup comes back: of this phone, or of another one onto this. Nothing that is here is replaced: what the file holds
 * and this phone does not is added.
 */

import type { Restored, RestoreError } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useRef, useState } from 'preact/hooks';
import { sayBytes } from '../shell/files/say-bytes.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { BACKUP_EXTENSION } from './backup-file-name.ts';
import { samePassword } from './backup-password.ts';
import { PasswordField, ShowPassword } from './password-field.view.tsx';

type Step =
  | { readonly kind: 'closed' }
  | { readonly kind: 'password'; readonly file: File; readonly error: RestoreError | null }
  | { readonly kind: 'reading'; readonly share: number | null }
  | { readonly kind: 'refused'; readonly error: RestoreError }
  | { readonly kind: 'done'; readonly restored: Restored };

export const RestoreCard = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const { session } = useWorkspace();
  const [step, setStep] = useState<Step>({ kind: 'closed' });
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const restore = async (file: File): Promise<void> => {
    setStep({ kind: 'reading', share: null });
    const result = await session.restoreBackup(file, samePassword(password), (done, total) =>
      setStep({ kind: 'reading', share: total > 0 ? done / total : null }),
    );
    if (!result.ok && result.error.kind === 'wrongPassword') {
      setStep({ kind: 'password', file, error: result.error });
      return;
    }
    setPassword('');
    const restored = result.ok ? result.value : result.error.kind === 'damaged' ? result.error : null;
    if (restored !== null) await session.audit.add('backup-restored', { added: restored.added });
    setStep(result.ok ? { kind: 'done', restored: result.value } : { kind: 'refused', error: result.error });
    await onDone();
  };

  return (
    <Card title={t('safekeeping.restore')}>
      {step.kind === 'done' ? <Notice kind="success" title={restoredText(step.restored)} /> : null}
      {step.kind === 'refused' ? (
        <Notice kind={step.error.kind === 'damaged' ? 'warning' : 'danger'} title={errorText(step.error)}>
          {step.error.kind === 'damaged' ? <p>{restoredText(step.error)}</p> : null}
        </Notice>
      ) : null}
      {step.kind === 'reading' ? (
        <ProgressBar value={step.share} label={t('safekeeping.restoring')} />
      ) : step.kind === 'password' ? (
        <form
          class="safekeeping-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (password !== '') void restore(step.file);
          }}
        >
          <p class="safekeeping-file">
            {step.file.name} · {sayBytes(step.file.size)}
          </p>
          <PasswordField
            label={t('safekeeping.restore-password')}
            value={password}
            shown={shown}
            onInput={setPassword}
            error={step.error === null ? null : errorText(step.error)}
          />
          <ShowPassword shown={shown} onChange={setShown} />
          <Button kind="primary" full type="submit" disabled={password === ''}>
            {t('safekeeping.restore-now')}
          </Button>
          <Button kind="quiet" full onPress={() => setStep({ kind: 'closed' })}>
            {t('safekeeping.cancel')}
          </Button>
        </form>
      ) : (
        <>
          <p class="quiet">{t('safekeeping.restore-text')}</p>
          <Button kind="secondary" full icon="upload" onPress={() => chooser.current?.click()}>
            {t('safekeeping.choose-file')}
          </Button>
        </>
      )}
      <input
        ref={chooser}
        class="k-unseen"
        type="file"
        // Phones do not know the extension: any file may be chosen, and what is no backup is said to be none.
        accept={`${BACKUP_EXTENSION},application/octet-stream,*/*`}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) setStep({ kind: 'password', file, error: null });
        }}
      />
    </Card>
  );
};

const restoredText = ({ added, families }: Restored): string =>
  added === 0
    ? t('safekeeping.restored-nothing')
    : `${t('safekeeping.restored', { count: added })} ${t('safekeeping.restored-families', { count: families })}`;

const errorText = (error: RestoreError): string => {
  switch (error.kind) {
    case 'wrongPassword':
    case 'notABackup':
    case 'full':
      return t(`safekeeping.error-${error.kind}`);
    case 'damaged':
      return t('safekeeping.error-damaged', { count: error.lostParts });
    case 'invalid':
    case 'locked':
      return t('safekeeping.error-not-saved', { name: error.kind });
    case 'storage':
      return t('safekeeping.error-not-saved', { name: error.name });
  }
};
