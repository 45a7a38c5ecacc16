/** Settings of this phone: they apply to everybody who uses it, and contain nothing about families. */

import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { Card } from '@denba/kit/lists/card.view';
import { useState } from 'preact/hooks';
import { type SiteLevel, setSiteLevel, siteLevel, siteLevels } from '../shell/phone/site-level.ts';
import { setTheme, theme, themes } from '../shell/phone/theme.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { locale, locales, setLanguage, t } from '../shell/words/language.ts';

export const SettingsScreen = () => (
  <Screen title={t('settings.title')}>
    <ChoiceGroup
      label={t('start.language')}
      name="language"
      columns={2}
      options={locales.map((code) => ({ value: code, label: t(`start.language.${code === 'en' ? 'en' : 'fr'}`) }))}
      value={locale()}
      onChange={(code) => void setLanguage(code)}
    />
    <ChoiceGroup
      label={t('settings.theme')}
      name="theme"
      options={themes.map((name) => ({
        value: name,
        label: t(`settings.theme-${name}`),
        detail: t(`settings.theme-${name}-text`),
      }))}
      value={theme.value}
      onChange={setTheme}
    />
    <UsedBy />
    <Card title={t('settings.text-size')}>
      <p>{t('settings.text-size-text')}</p>
      <p class="quiet">{t('settings.text-size-where')}</p>
    </Card>
    <Card title={t('settings.lock')}>
      <p>{t('settings.lock-text')}</p>
    </Card>
  </Screen>
);

/** The initial answer of every form, which may be changed there. */
const UsedBy = () => {
  const [level, setLevel] = useState(siteLevel());
  const choose = (next: SiteLevel): void => {
    setSiteLevel(next);
    setLevel(next);
  };
  return (
    <ChoiceGroup
      label={t('settings.site-level')}
      name="site-level"
      hint={t('settings.site-level-hint')}
      options={siteLevels.map((name) => ({ value: name, label: t(`settings.site-level-${name}`) }))}
      value={level}
      onChange={choose}
    />
  );
};
