/** Reads a series of QR codes from another phone with the camera until the file is complete. */

import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { addFrame, nothingGathered, progressOf } from '@denba/sync/courier/frames';
import { unpacked } from '@denba/sync/courier/packing';
import { useRef, useState } from 'preact/hooks';
import { CodeCamera } from '../camera/code-camera.view.tsx';
import { t } from '../words/language.ts';
import './carrying.css';

type Props = {
  /** Receives the text of the file, which may not be that of a courier file: the callee checks. */
  readonly onText: (text: string) => void;
  readonly onStop: () => void;
};

export const TakePictures = ({ onText, onStop }: Props) => {
  const gathered = useRef(nothingGathered);
  const [progress, setProgress] = useState(progressOf(nothingGathered));
  const [other, setOther] = useState(false);
  const see = (text: string): 'enough' | 'more' => {
    const before = gathered.current;
    const now = addFrame(before, text);
    if (now === before) {
      setOther(true);
      return 'more';
    }
    gathered.current = now;
    setOther(false);
    setProgress(progressOf(now));
    if (now.whole === null) return 'more';
    void unpacked(now.whole).then((file) => onText(file ?? ''));
    return 'enough';
  };
  return (
    <div class="pictures">
      <p>{t('server.pictures-hold')}</p>
      {progress === null ? null : (
        <ProgressBar value={progress.have / progress.count} label={t('server.pictures-read', progress)} />
      )}
      {other && progress === null ? <Notice kind="warning" title={t('server.pictures-other')} /> : null}
      <CodeCamera onFound={see} onStop={onStop} />
    </div>
  );
};
