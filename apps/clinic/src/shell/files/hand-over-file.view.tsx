/** A file that was made leaves the phone: by the share sheet where there is one, or into the downloads. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../words/language.ts';
import { sayBytes } from './say-bytes.ts';
import './files.css';

type Props = {
  readonly file: File;
  /** What to do with it. */
  readonly text: string;
  readonly onHandedOver?: () => void;
  readonly onClose: () => void;
  /** Other ways in which it may leave. */
  readonly children?: ComponentChildren;
};

export const HandOverFile = ({ file, text, onHandedOver, onClose, children }: Props) => {
  const [done, setDone] = useState<'shared' | 'downloaded' | null>(null);
  const [failed, setFailed] = useState(false);
  const shareable = navigator.canShare?.({ files: [file] }) === true;

  const share = async (): Promise<void> => {
    try {
      await navigator.share({ files: [file], title: file.name });
      setDone('shared');
      onHandedOver?.();
    } catch (error) {
      // She closed the share sheet: nothing went wrong, and nothing was sent.
      setFailed(!(error instanceof DOMException && error.name === 'AbortError'));
    }
  };
  const download = (): void => {
    const url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = url;
    link.download = file.name;
    link.click();
    // The browser needs it until the download has begun.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    setDone('downloaded');
    onHandedOver?.();
  };

  return (
    <div class="file-ready">
      <Notice
        kind="success"
        title={t(done === null ? 'file.made' : `file.made-${done}`, {
          name: file.name,
          size: sayBytes(file.size),
        })}
      >
        <p>{text}</p>
      </Notice>
      {failed ? <Notice kind="warning" title={t('file.share-failed')} /> : null}
      {shareable ? (
        <Button kind="primary" full icon="share" onPress={() => void share()}>
          {t('file.share')}
        </Button>
      ) : null}
      <Button kind={shareable ? 'secondary' : 'primary'} full icon="download" onPress={download}>
        {t('file.download')}
      </Button>
      {children}
      <Button kind="quiet" full onPress={onClose}>
        {t('file.finish')}
      </Button>
    </div>
  );
};
