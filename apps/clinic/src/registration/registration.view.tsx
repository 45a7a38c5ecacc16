/** « Nouvelle famille »: opens the unfinished draft, or a new form with the text of a search that found nobody. */
import { Button } from '@denba/kit/buttons/button.view';
import { useRef, useState } from 'preact/hooks';
import { takeTypedForNewFamily } from '../shell/families/typed-search.ts';
import { UnderProtocol } from '../shell/protocol/under-protocol.view.tsx';
import { useDraft } from '../shell/record/use-draft.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { WaitingForStore } from '../shell/screen/waiting-for-store.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { newDraft, REGISTRATION_DRAFT, type RegistrationDraft } from './registration-draft.ts';
import { RegistrationForm } from './registration-form.view.tsx';
import { answersFromSearch } from './typed-start.ts';

export const RegistrationScreen = () => {
  const workspace = useWorkspace();
  const [typed] = useState(() => takeTypedForNewFamily(workspace));
  const fresh = (): RegistrationDraft =>
    newDraft(workspace.today(), workspace.protocol.content, answersFromSearch(typed));
  const draft = useDraft<RegistrationDraft>(REGISTRATION_DRAFT, fresh);
  /** `round` counts the forms given up for another; `resumed`: the user chose to continue with the stored one. */
  const [round, setRound] = useState(0);
  const [resumed, setResumed] = useState(false);
  const now = useRef<RegistrationDraft | null>(null);
  if (draft.form === null) {
    return (
      <Screen task title={t('registration.title')}>
        <WaitingForStore />
      </Screen>
    );
  }
  now.current ??= draft.form;
  const restart = async (): Promise<void> => {
    await draft.giveUp();
    now.current = fresh();
    setRound(round + 1);
  };
  if (draft.takenUp && typed !== '' && round === 0 && !resumed) {
    return (
      <Which typed={typed} begun={nameIn(now.current)} onResume={() => setResumed(true)} onNew={() => void restart()} />
    );
  }
  return (
    <UnderProtocol version={now.current.protocol}>
      <RegistrationForm
        key={round}
        begun={now.current}
        takenUp={draft.takenUp && round === 0}
        onChange={(part) => {
          now.current = { ...(now.current ?? fresh()), ...part };
          draft.change(now.current);
        }}
        onSave={draft.save}
        onRestart={() => void restart()}
      />
    </UnderProtocol>
  );
};

type WhichProps = {
  readonly typed: string;
  /** The mother's name in the unfinished registration; `null` before it is entered. */
  readonly begun: string | null;
  readonly onResume: () => void;
  readonly onNew: () => void;
};

/** Asks which to use when another registration is unfinished, so that neither is lost without asking. */
const Which = ({ typed, begun, onResume, onNew }: WhichProps) => (
  <Screen task title={t('registration.title')}>
    <h2>{t('registration.which')}</h2>
    <p>{t('registration.which-text')}</p>
    <Button kind="primary" full onPress={onResume}>
      {begun === null ? t('registration.which-resume') : t('registration.which-resume-of', { name: begun })}
    </Button>
    <Button full icon="plus" onPress={onNew}>
      {t('registration.which-new', { typed })}
    </Button>
  </Screen>
);

const nameIn = ({ answers }: RegistrationDraft): string | null => {
  const name = answers.byPath['mother_name']?.input;
  return typeof name === 'string' ? name : null;
};
