/**
 * The buttons back, next and save, within reach of the thumb at every step. As soon as the visit is durable, this says
 * so. In danger, the pair can be referred from here, wherever in a long section the sign was ticked.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { IconButton } from '@denba/kit/buttons/icon-button.view';
import { steady } from '@denba/kit/frames/steady';
import { Notice } from '@denba/kit/notices/notice.view';
import type { EntryId } from '@denba/records/ids';
import { useEffect, useRef, useState } from 'preact/hooks';
import { afterPaint } from '../shell/screen/after-paint.ts';
import { t } from '../shell/words/language.ts';

type Props = {
  readonly first: boolean;
  readonly last: boolean;
  readonly complete: boolean;
  /** In danger the button to refer comes before the others; `busy` once it was pressed. */
  readonly refer: 'none' | 'offered' | 'busy';
  readonly onRefer: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** Resolves to the entry once it is durable, or to `null` when nothing was saved. */
  readonly onSave: () => Promise<EntryId | null>;
  /** Called when « Enregistrée » is on the screen. */
  readonly onSaved: (entry: EntryId) => void;
};

/** Progress is shown after this time only; a faster save shows « Enregistrée » at once. */
const SAY_AFTER_MS = 400;

/** Keeps the stages of saving in its own state, so that the whole visit is not rendered again for them. */
export const VisitWay = steady((props: Props) => {
  const { first, last, complete, refer, onRefer, onPrevious, onNext, onSave, onSaved } = props;
  const endangered = refer !== 'none';
  const [stage, setStage] = useState<'open' | 'saving' | 'saved'>('open');
  const here = useRef(true);
  const begun = useRef(false);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );
  const save = async (): Promise<void> => {
    if (begun.current) return;
    begun.current = true;
    const slow = setTimeout(() => setStage('saving'), SAY_AFTER_MS);
    let entry: EntryId | null = null;
    try {
      entry = await onSave();
    } finally {
      clearTimeout(slow);
      begun.current = false;
      // After any failure the button can be pressed again.
      if (entry === null) setStage('open');
    }
    if (entry === null) return;
    setStage('saved');
    await afterPaint();
    // When the phone was locked meanwhile, nothing more is shown: the visit is in the family's history.
    if (here.current) onSaved(entry);
  };
  if (stage === 'saved') return <Notice kind="success" title={t('result.saved')} />;
  return (
    <nav class="visit__way" aria-label={t('visit.way')}>
      {endangered ? (
        <Button kind="danger" full icon="hospital" busy={refer === 'busy'} onPress={onRefer}>
          {t('visit.refer-now')}
        </Button>
      ) : null}
      <div class="visit__steps">
        {first ? null : <IconButton icon="back" label={t('visit.previous')} onPress={onPrevious} />}
        {last ? (
          <Button
            kind={endangered ? 'secondary' : 'primary'}
            full
            icon="save"
            busy={stage === 'saving'}
            onPress={() => void save()}
          >
            {t(complete ? 'visit.save' : 'visit.save-incomplete')}
          </Button>
        ) : (
          <Button kind={endangered ? 'secondary' : 'primary'} full onPress={onNext}>
            {t('visit.next')}
          </Button>
        )}
      </div>
    </nav>
  );
});
