/** Restores a backup of this or another phone. Nothing here is replaced: entries that are missing here are added. */

import type { Centre, Restored, RestoreError } from '@denba/device/device';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useRef, useState } from 'preact/hooks';
import { sayBytes } from '../shell/files/say-bytes.ts';
import { rememberEarlierName } from '../shell/places/earlier-names.ts';
import { ownPlaces } from '../shell/places/own-places.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { BACKUP_EXTENSION } from './backup-file-name.ts';
import { backupOrigin } from './backup-origin.ts';
import { samePassword } from './backup-password.ts';
import { OtherCentre } from './other-centre.view.tsx';
import { PasswordField, ShowPassword } from './password-field.view.tsx';
import { errorText, readText, restoredText } from './restore-words.ts';

type Step =
  | { readonly kind: 'closed' }
  | { readonly kind: 'password'; readonly file: File; readonly error: RestoreError | null }
  | { readonly kind: 'reading'; readonly share: number | null }
  | { readonly kind: 'refused'; readonly error: RestoreError }
  | { readonly kind: 'otherCentre'; readonly file: File; readonly from: Centre }
  | { readonly kind: 'otherWorld'; readonly is: 'simulated' | 'real' }
  | { readonly kind: 'done'; readonly restored: Restored };

export const RestoreCard = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const workspace = useWorkspace();
  const { session } = workspace;
  const [step, setStep] = useState<Step>({ kind: 'closed' });
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const originOf = (from: Centre) => backupOrigin(from, { centre: session.centre, places: ownPlaces(workspace) });

  const restore = async (file: File, despite: 'otherCentre' | null = null): Promise<void> => {
    setStep({ kind: 'reading', share: null });
    let earlierName: string | null = null;
    const result = await session.restoreBackup(
      file,
      samePassword(password),
      (done, total) => setStep({ kind: 'reading', share: total > 0 ? done / total : null }),
      (from) => {
        const origin = originOf(from);
        if (origin === 'own') earlierName = from.id;
        return ['own', despite].includes(origin);
      },
    );
    if (!result.ok && result.error.kind === 'otherCentre') {
      const { centre: from } = result.error;
      const origin = originOf(from);
      const mixed = origin === 'simulated' || origin === 'real';
      setStep(mixed ? { kind: 'otherWorld', is: origin } : { kind: 'otherCentre', file, from });
      return;
    }
    if (!result.ok && result.error.kind === 'wrongPassword') {
      setStep({ kind: 'password', file, error: result.error });
      return;
    }
    setPassword('');
    const restored = result.ok ? result.value : result.error.kind === 'damaged' ? result.error : null;
    // What was recorded under the earlier id then counts in the months of this centre.
    if (restored !== null && earlierName !== null) rememberEarlierName(session.centre.id, earlierName);
    if (restored !== null) await session.audit.add('backup-restored', { added: restored.added });
    setStep(result.ok ? { kind: 'done', restored: result.value } : { kind: 'refused', error: result.error });
    await onDone();
  };

  return (
    <Card title={t('safekeeping.restore')}>
      {step.kind === 'done' ? <Notice kind="success" title={restoredText(step.restored)} /> : null}
      {step.kind === 'refused' ? (
        <Notice kind={step.error.kind === 'damaged' ? 'warning' : 'danger'} title={errorText(step.error)}>
          {step.error.kind === 'damaged' ? <p>{readText(step.error)}</p> : null}
        </Notice>
      ) : null}
      {step.kind === 'otherWorld' ? <Notice kind="danger" title={t(`safekeeping.error-${step.is}`)} /> : null}
      {step.kind === 'otherCentre' ? (
        <OtherCentre
          from={step.from.name}
          onTake={() => void restore(step.file, 'otherCentre')}
          onCancel={() => {
            setPassword('');
            setStep({ kind: 'closed' });
          }}
        />
      ) : step.kind === 'reading' ? (
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
        // Phones do not know the extension, so any file may be chosen; one that is no backup gets a message.
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
