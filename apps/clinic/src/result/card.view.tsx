/**
 * A counselling card: a picture, few words, and a voice. The centre's own recording in the mothers' language is
 * preferred, then the phone's speech synthesis; without either the words can be read aloud.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { isPictureName } from '@denba/kit/pictures/picture-names';
import { useEffect, useState } from 'preact/hooks';
import { UnderProtocol } from '../shell/protocol/under-protocol.view.tsx';
import type { ScreenProps } from '../shell/screen/lazy-screen.view.tsx';
import { Screen } from '../shell/screen/screen.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { speak, stopSpeaking, voiceFor } from '../shell/words/speech.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CardRecording } from './card-recording.view.tsx';
import './card.css';

export const CardScreen = ({ route }: ScreenProps<'card'>) => (
  <UnderProtocol version={route.protocol}>
    <Card id={route.card} />
  </UnderProtocol>
);

const Card = ({ id: wanted }: { readonly id: string }) => {
  const { protocol } = useWorkspace();
  const card = protocol.content.cards.find(({ id }) => id === wanted);
  const language = contentLanguage();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => stopSpeaking, []);
  if (card === undefined) {
    return (
      <Screen title={t('card.title')}>
        <EmptyState icon="question" title={t('card.absent')} />
      </Screen>
    );
  }
  const voice = voiceFor(language);
  const read = async (): Promise<void> => {
    if (voice === null) return;
    setSpeaking(true);
    await speak(`${card.title[language]}. ${card.text[language]}`, voice);
    setSpeaking(false);
  };
  return (
    <Screen title={card.title[language]} task>
      <article class="advice">
        {isPictureName(card.picture) ? <Picture name={card.picture} size={280} /> : null}
        <p class="advice__text">{card.text[language]}</p>
        {card.status === 'default' ? <p class="quiet">{t('card.a-valider')}</p> : null}
        <CardRecording card={card.id} />
        {voice === null ? (
          <p class="quiet">{t('card.no-voice')}</p>
        ) : speaking ? (
          <Button full icon="stop" onPress={stopSpeaking}>
            {t('card.stop')}
          </Button>
        ) : (
          <Button full icon="sound" onPress={() => void read()}>
            {t('card.speak')}
          </Button>
        )}
      </article>
    </Screen>
  );
};
