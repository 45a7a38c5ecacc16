import './gallery.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ChoiceGroup } from '../src/choices/choice-group.view.tsx';
import { samples } from './samples.tsx';

const themes = ['light', 'dark', 'sun'] as const;

/** Shows every component with French sample words; theme, text direction and text size can be changed. */
export const Gallery = () => {
  const [theme, setTheme] = useState<string>(new URLSearchParams(location.search).get('theme') ?? 'light');
  const [direction, setDirection] = useState<string>(new URLSearchParams(location.search).get('dir') ?? 'ltr');
  const [text, setText] = useState<string>(new URLSearchParams(location.search).get('text') ?? '100');
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dir = direction;
    document.documentElement.style.fontSize = text === '100' ? '' : `${text}%`;
  }, [theme, direction, text]);
  const only = new URLSearchParams(location.search).get('only');
  return (
    <main class="gallery">
      {only !== null ? null : (
        <Part title="Galerie">
          <ChoiceGroup
            label="Thème"
            columns={3}
            options={themes.map((value) => ({ value, label: value }))}
            value={theme}
            onChange={setTheme}
          />
          <ChoiceGroup
            label="Sens"
            columns={2}
            options={['ltr', 'rtl'].map((value) => ({ value, label: value }))}
            value={direction}
            onChange={setDirection}
          />
          <ChoiceGroup
            label="Texte"
            columns={2}
            options={['100', '200'].map((value) => ({ value, label: `${value} %` }))}
            value={text}
            onChange={setText}
          />
        </Part>
      )}
      {Object.entries(samples)
        .filter(([name]) => only === null || only.split(',').includes(name))
        .map(([name, Sample]) => (
          <Part key={name} title={name}>
            <Sample />
          </Part>
        ))}
    </main>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="gallery__part" id={title}>
    <h2 class="gallery__title">{title}</h2>
    {children}
  </section>
);
