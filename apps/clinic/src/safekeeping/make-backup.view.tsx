/**
 * Writes everything into one encrypted file: asks for a password twice, then gives the file to the user to send or
 * keep. The password is not stored anywhere: without it nobody can read the file, neither a thief nor the user.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useState } from 'preact/hooks';
import { HandOverFile } from '../shell/files/hand-over-file.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { BACKUP_TYPE, backupFileName } from './backup-file-name.ts';
import { passwordProblem, SHORTEST, samePassword } from './backup-password.ts';
import { saveLastBackup } from './last-backup.ts';
import { PasswordField, ShowPassword } from './password-field.view.tsx';

type Props = {
  readonly entries: number;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
};

type Step =
  | { readonly kind: 'password' }
  | { readonly kind: 'making'; readonly share: number | null }
  | { readonly kind: 'failed'; readonly name: string }
  | { readonly kind: 'made'; readonly file: File };

export const MakeBackup = ({ entries, onDone, onClose }: Props) => {
  const { session, clock, today } = useWorkspace();
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const weak = passwordProblem(password);
  const different = again !== '' && samePassword(again) !== samePassword(password);

  const make = async (): Promise<void> => {
    setStep({ kind: 'making', share: null });
    try {
      const blob = await session.exportBackup(samePassword(password), (done, total) =>
        setStep({ kind: 'making', share: total > 0 ? done / total : null }),
      );
      const now = new Date(clock.wallMs());
      const name = backupFileName(today(), { hours: now.getHours(), minutes: now.getMinutes() });
      await session.audit.add('backup-exported', { entries });
      setPassword('');
      setAgain('');
      setStep({ kind: 'made', file: new File([blob], name, { type: BACKUP_TYPE }) });
    } catch (error) {
      setStep({ kind: 'failed', name: error instanceof Error ? error.name : 'Error' });
    }
  };
  const handedOver = async (): Promise<void> => {
    await saveLastBackup(session.sealed, { on: today(), entries });
    await onDone();
  };

  switch (step.kind) {
    case 'making':
      return <ProgressBar value={step.share} label={t('safekeeping.making')} />;
    case 'made':
      return (
        <HandOverFile
          file={step.file}
          text={t('safekeeping.made-text')}
          onHandedOver={() => void handedOver()}
          onClose={onClose}
        />
      );
    case 'failed':
    case 'password':
      return (
        <form
          class="safekeeping-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (weak === null && again !== '' && !different) void make();
          }}
        >
          {step.kind === 'failed' ? (
            <Notice kind="danger" title={t('safekeeping.making-failed', { name: step.name })} />
          ) : null}
          <PasswordField
            label={t('safekeeping.password')}
            hint={t('safekeeping.password-rule', { count: SHORTEST })}
            value={password}
            shown={shown}
            onInput={setPassword}
            error={password === '' || weak === null ? null : t(`safekeeping.password-${weak}`, { count: SHORTEST })}
          />
          <PasswordField
            label={t('safekeeping.password-again')}
            value={again}
            shown={shown}
            onInput={setAgain}
            error={different ? t('safekeeping.password-different') : null}
          />
          <ShowPassword shown={shown} onChange={setShown} />
          <Notice kind="warning" title={t('safekeeping.password-lost')} />
          <Button kind="primary" full type="submit" disabled={weak !== null || again === '' || different}>
            {t('safekeeping.make')}
          </Button>
          <Button kind="quiet" full onPress={onClose}>
            {t('safekeeping.cancel')}
          </Button>
        </form>
      );
  }
};
