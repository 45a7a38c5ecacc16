/** The counselling cards for this mother and child: a picture and a title each, which open the card. */
import { ListRow } from '@denba/kit/lists/list-row.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { isPictureName } from '@denba/kit/pictures/picture-names';
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { go } from '../route.ts';
import { t } from '../words/language.ts';
import { useWorkspace } from '../workspace.ts';

type Props = { readonly cards: VisitFindings['cards']; readonly id?: string };

export const AdviceList = ({ cards, id = 'advice' }: Props) => {
  const { protocol } = useWorkspace();
  if (cards.length === 0) return null;
  const version = protocolVersion(protocol.content);
  return (
    <section class="findings__part" aria-labelledby={id}>
      <h2 id={id}>{t('findings.cards')}</h2>
      <div class="rows">
        {cards.map(({ id: card, title }) => {
          const picture = protocol.content.cards.find((one) => one.id === card)?.picture ?? '';
          return (
            <ListRow
              key={card}
              title={title}
              leading={isPictureName(picture) ? <Picture name={picture} size={56} /> : undefined}
              onPress={() => go({ name: 'card', card, protocol: version })}
            />
          );
        })}
      </div>
    </section>
  );
};
