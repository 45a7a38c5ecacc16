/** What a code says in addition to the book: a new phone, a known one and since when, or a change, with a warning. */
import type { CodeNews } from '@denba/device/centres/known-centres';
import { Notice } from '@denba/kit/notices/notice.view';
import type { PhoneCode } from '@denba/sync/courier/phone-code';
import { phoneName } from '../shell/carrying/phone-name.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';

type Props = { readonly news: CodeNews; readonly code: PhoneCode };

export const CodeNewsNotice = ({ news, code }: Props) => {
  const title = sayPhone(code);
  if (news.kind === 'own') return <Notice kind="info" title={t('centres.news-own')} />;
  if (news.kind === 'new') {
    return (
      <Notice kind="info" title={title}>
        <p>{t('centres.news-new')}</p>
      </Notice>
    );
  }
  const { since, compared } = news.known;
  const day = sayDay(since);
  if (news.kind === 'known') {
    return (
      <Notice kind={compared ? 'success' : 'info'} title={title}>
        <p>{t(compared ? 'centres.news-known' : 'centres.news-not-compared', { day })}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={title}>
      <p>{t(`centres.news-${news.kind}`, { day, centre: news.known.code.centre.name })}</p>
    </Notice>
  );
};

export const sayPhone = ({ centre, device }: PhoneCode): string =>
  t('centres.phone', { centre: centre.name, phone: phoneName(device) });

/** Whether the code changes something that was known. */
export const isChange = ({ kind }: CodeNews): boolean =>
  kind === 'otherKeys' || kind === 'otherCentre' || kind === 'otherPhone';
