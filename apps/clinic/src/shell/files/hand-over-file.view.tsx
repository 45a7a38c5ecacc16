/** Gives a file to the user: by the share sheet where there is one, or as a download. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../words/language.ts';
import { sayBytes } from './say-bytes.ts';
import './files.css';

type Props = {
  readonly file: File;
  /** Tells the user what to do with the file. */
  readonly text: string;
  readonly onHandedOver?: () => void;
  readonly onClose: () => void;
  /** Further ways to pass the file on. */
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
      // Closing the share sheet without sending is no failure.
      setFailed(!(error instanceof DOMException && error.name === 'AbortError'));
    }
  };
  const download = (): void => {
    const url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = url;
    link.download = file.name;
    link.click();
    // The browser needs the address until the download has begun.
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
