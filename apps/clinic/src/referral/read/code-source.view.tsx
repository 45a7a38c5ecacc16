/** Reads a code from the camera, a picture, or a text that somebody sent. */
import { Button } from '@denba/kit/buttons/button.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useRef, useState } from 'preact/hooks';
import { CodeCamera } from '../../shell/camera/code-camera.view.tsx';
import { createQrFinder } from '../../shell/camera/find-qr.ts';
import { pixelsOfFile } from '../../shell/camera/picture-pixels.ts';
import { t } from '../../shell/words/language.ts';

type Props = {
  readonly onText: (text: string) => void;
  /** Called when a new attempt starts, so that an earlier error can be cleared. */
  readonly onTry: () => void;
};

export const CodeSource = ({ onText, onTry }: Props) => {
  const [camera, setCamera] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [looking, setLooking] = useState(false);
  const [empty, setEmpty] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  const readPicture = async (file: File): Promise<void> => {
    onTry();
    setLooking(true);
    setEmpty(false);
    const picture = await pixelsOfFile(file);
    const text = picture === null ? null : await (await createQrFinder())(picture, 'thorough');
    setLooking(false);
    setEmpty(text === null);
    if (text !== null) onText(text);
  };
  return (
    <Card>
      <p>{t('referral.read-text')}</p>
      {camera ? (
        <CodeCamera
          onFound={(text) => {
            setCamera(false);
            onText(text);
            return 'enough';
          }}
          onStop={() => setCamera(false)}
        />
      ) : (
        <Button
          kind="primary"
          full
          icon="camera"
          onPress={() => {
            onTry();
            setCamera(true);
          }}
        >
          {t('referral.read-camera')}
        </Button>
      )}
      <input
        ref={picker}
        class="k-unseen"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-label={t('referral.read-picture')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void readPicture(file);
        }}
      />
      <Button full icon="upload" busy={looking} onPress={() => picker.current?.click()}>
        {t('referral.read-picture')}
      </Button>
      {empty ? <Notice kind="warning" title={t('referral.read-picture-none')} /> : null}
      {pasting ? (
        <form
          class="read__paste"
          onSubmit={(event) => {
            event.preventDefault();
            onText(pasted);
          }}
        >
          <TextField label={t('referral.read-paste-field')} value={pasted} onInput={setPasted} multiline />
          <Button full type="submit" disabled={pasted.trim() === ''}>
            {t('referral.read-it')}
          </Button>
        </form>
      ) : (
        <Button kind="quiet" full icon="edit" onPress={() => setPasting(true)}>
          {t('referral.read-paste')}
        </Button>
      )}
    </Card>
  );
};
