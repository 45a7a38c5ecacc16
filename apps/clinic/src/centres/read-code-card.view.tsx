/** « Lire un code »: with the camera, or from a picture or file. The code is kept only on confirmation. */
import { type KnownCentre, newsOf } from '@denba/device/centres/known-centres';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { type PhoneCode, type PhoneCodeProblem, readPhoneCode } from '@denba/sync/courier/phone-code';
import { useRef, useState } from 'preact/hooks';
import { CodeCamera } from '../shell/camera/code-camera.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CodeRead } from './code-read.view.tsx';
import { codeTextOfFile } from './code-text-of-file.ts';

type Props = { readonly book: readonly KnownCentre[]; readonly onBook: () => Promise<void> };

type Step =
  | { readonly kind: 'asked'; readonly problem: PhoneCodeProblem['kind'] | null; readonly kept: string | null }
  | { readonly kind: 'camera' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'read'; readonly code: PhoneCode };

const start: Step = { kind: 'asked', problem: null, kept: null };

export const ReadCodeCard = ({ book, onBook }: Props) => {
  const { session } = useWorkspace();
  const [step, setStep] = useState<Step>(start);
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (text: string | null): Promise<void> => {
    setStep({ kind: 'looking' });
    const read = text === null ? null : await readPhoneCode(text);
    if (read?.ok === true) setStep({ kind: 'read', code: read.value });
    else setStep({ ...start, problem: read === null ? 'notACode' : read.error.kind });
  };
  if (step.kind === 'read') {
    return (
      <Card title={t('centres.read')}>
        <CodeRead
          code={step.code}
          news={newsOf(book, step.code, session.deviceId)}
          onKept={async () => {
            await onBook();
            setStep({ ...start, kept: step.code.centre.name });
          }}
          onClose={() => setStep(start)}
        />
      </Card>
    );
  }
  return (
    <Card title={t('centres.read')}>
      <p>{t('centres.read-text')}</p>
      {step.kind === 'asked' && step.problem !== null ? (
        <Notice kind="warning" title={t(`centres.code-${step.problem}`)} />
      ) : null}
      {step.kind === 'asked' && step.kept !== null ? (
        <Notice kind="success" title={t('centres.read-kept', { centre: step.kept })} />
      ) : null}
      {step.kind === 'camera' ? (
        <CodeCamera
          onFound={(text) => {
            void take(text);
            return 'enough';
          }}
          onStop={() => setStep(start)}
        />
      ) : (
        <Button full icon="camera" onPress={() => setStep({ kind: 'camera' })}>
          {t('centres.read-camera')}
        </Button>
      )}
      <Button full icon="upload" busy={step.kind === 'looking'} onPress={() => chooser.current?.click()}>
        {t('centres.read-file')}
      </Button>
      <input
        ref={chooser}
        class="k-unseen"
        type="file"
        accept="image/*,.txt,text/plain,*/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void codeTextOfFile(file).then(take, () => take(null));
        }}
      />
    </Card>
  );
};
