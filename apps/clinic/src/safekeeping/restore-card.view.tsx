/**
 * A backup comes back: of this phone, or of another one onto this. Nothing that is here is replaced: what the file holds
 * and this phone does not is added.
 */
import { Button } from '@denba/kit/button.view';
import { Card } from '@denba/kit/card.view';
import { Notice } from '@denba/kit/notice.view';
import { ProgressBar } from '@denba/kit/progress-bar.view';
import { useRef, useState } from 'preact/hooks';
import { t } from '../shell/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { BACKUP_EXTENSION } from './backup-file-name.ts';
import { PasswordField } from './password-field.view.tsx';
import { type Restored, type RestoreError, restoreBackup } from './restore-backup.ts';
import { sayBytes } from './say-bytes.ts';

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
  const chooser = useRef<HTMLInputElement>(null);

  const restore = async (file: File): Promise<void> => {
    setStep({ kind: 'reading', share: null });
    const result = await restoreBackup(session, file, password, (done, total) =>
      setStep({ kind: 'reading', share: total > 0 ? done / total : null }),
    );
    if (result.ok) {
      setPassword('');
      await session.audit.add('backup-restored', { added: result.value.added });
      setStep({ kind: 'done', restored: result.value });
      await onDone();
    } else if (result.error.kind === 'wrongPassword') setStep({ kind: 'password', file, error: result.error });
    else setStep({ kind: 'refused', error: result.error });
  };

  return (
    <Card title={t('safekeeping.restore')}>
      {step.kind === 'done' ? (
        <Notice kind="success" title={restoredText(step.restored)}>
          <p>{t('safekeeping.restored-families', { count: step.restored.families })}</p>
        </Notice>
      ) : null}
      {step.kind === 'refused' ? <Notice kind="danger" title={errorText(step.error)} /> : null}
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
            onInput={setPassword}
            error={step.error === null ? null : errorText(step.error)}
          />
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

const restoredText = ({ added, read }: Restored): string =>
  added === 0 ? t('safekeeping.restored-nothing', { count: read }) : t('safekeeping.restored', { count: added });

const errorText = (error: RestoreError): string => {
  switch (error.kind) {
    case 'wrongPassword':
    case 'notABackup':
    case 'damaged':
    case 'newerVersion':
      return t(`safekeeping.error-${error.kind}`);
    case 'full':
      return t('safekeeping.error-full');
    case 'notSaved':
      return t('safekeeping.error-not-saved', { name: error.name });
  }
};
