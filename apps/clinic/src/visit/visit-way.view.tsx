/**
 * Back, on, and save: below the thumb at every step. What was saved is said here, as soon as it is on the disk. Whoever
 * is in danger can be referred from here, wherever in a long section the sign was ticked.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { IconButton } from '@denba/kit/buttons/icon-button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { EntryId } from '@denba/records/ids';
import { useEffect, useRef, useState } from 'preact/hooks';
import { afterPaint } from '../shell/screen/after-paint.ts';
import { t } from '../shell/words/language.ts';

type Props = {
  readonly first: boolean;
  readonly last: boolean;
  readonly complete: boolean;
  /** Somebody is in danger: referring goes before everything else. */
  readonly refer: { readonly busy: boolean; readonly now: () => void } | null;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** The entry, once it is durable; `null` when nothing was saved. */
  readonly onSave: () => Promise<EntryId | null>;
  /** « Enregistrée » stands on the screen. */
  readonly onSaved: (entry: EntryId) => void;
};

/** Sooner, « Enregistrée » itself says it. */
const SAY_AFTER_MS = 400;

/** The stages of saving are drawn here alone: the whole visit need not be drawn again for them. */
export const VisitWay = ({ first, last, complete, refer, onPrevious, onNext, onSave, onSaved }: Props) => {
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
      // Whatever went wrong: she can press again.
      if (entry === null) setStage('open');
    }
    if (entry === null) return;
    setStage('saved');
    await afterPaint();
    // Locked meanwhile: whoever unlocks finds the visit in the family's story.
    if (here.current) onSaved(entry);
  };
  if (stage === 'saved') return <Notice kind="success" title={t('result.saved')} />;
  return (
    <nav class="visit__way" aria-label={t('visit.way')}>
      {refer === null ? null : (
        <Button kind="danger" full icon="hospital" busy={refer.busy} onPress={refer.now}>
          {t('visit.refer-now')}
        </Button>
      )}
      <div class="visit__steps">
        {first ? null : <IconButton icon="back" label={t('visit.previous')} onPress={onPrevious} />}
        {last ? (
          <Button
            kind={refer === null ? 'primary' : 'secondary'}
            full
            icon="save"
            busy={stage === 'saving'}
            onPress={() => void save()}
          >
            {t(complete ? 'visit.save' : 'visit.save-incomplete')}
          </Button>
        ) : (
          <Button kind={refer === null ? 'primary' : 'secondary'} full onPress={onNext}>
            {t('visit.next')}
          </Button>
        )}
      </div>
    </nav>
  );
};
