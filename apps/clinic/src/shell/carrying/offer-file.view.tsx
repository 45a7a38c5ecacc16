/** Offers ways to send a courier file from the phone: as a file, or as a series of QR codes when it is small. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { MOST_FRAMED_BYTES, toFrames } from '@denba/sync/courier/frames';
import { packed } from '@denba/sync/courier/packing';
import { useState } from 'preact/hooks';
import { HandOverFile } from '../files/hand-over-file.view.tsx';
import { t } from '../words/language.ts';
import { ShowPictures } from './show-pictures.view.tsx';
import './carrying.css';

type Props = {
  readonly file: File;
  readonly text: string;
  /** Where the other phone reads it as pictures; without it, where it is carried for others. */
  readonly picturesText?: string;
  readonly onClose: () => void;
};

export const OfferFile = ({ file, text, picturesText, onClose }: Props) => {
  const [frames, setFrames] = useState<readonly string[] | 'tooMany' | null>(null);
  const show = async (): Promise<void> => {
    const bytes = await packed(await file.text());
    setFrames(bytes.length > MOST_FRAMED_BYTES ? 'tooMany' : toFrames(bytes));
  };
  if (frames !== null && frames !== 'tooMany') {
    const where = picturesText ?? t('server.pictures-text');
    return <ShowPictures frames={frames} text={where} onStop={() => setFrames(null)} />;
  }
  return (
    <HandOverFile file={file} text={text} onClose={onClose}>
      {frames === 'tooMany' ? (
        <Notice kind="info" title={t('server.pictures-too-many')} />
      ) : (
        <Button full icon="camera" onPress={() => void show()}>
          {t('server.pictures-show')}
        </Button>
      )}
    </HandOverFile>
  );
};
