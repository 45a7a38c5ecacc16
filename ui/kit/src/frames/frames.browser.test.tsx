/** Tests where the focus is and what is announced in sheets, tabs, buttons and the danger frame. */
import '../tokens.css';
import '../base.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../buttons/button.view.tsx';
import { TextField } from '../fields/text-field.view.tsx';
import { DangerFrame } from '../notices/danger-frame.view.tsx';
import { QrCode } from '../qr/qr-code.view.tsx';
import { Sheet } from './sheet.view.tsx';
import { Tabs } from './tabs.view.tsx';

let place: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'fr';
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
  document.documentElement.dir = 'ltr';
});

const show = (view: ComponentChild): void => render(view, place);

describe('a sheet', () => {
  const Page = ({ keep = false }: { readonly keep?: boolean }) => {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onPress={() => setOpen(true)}>Ouvrir</Button>
        <Sheet open={open} label="Motif" closeLabel="Fermer" onClose={() => setOpen(false)} keep={keep}>
          <TextField label="Pourquoi" value="" onInput={() => {}} />
        </Sheet>
      </>
    );
  };
  const dialog = (): HTMLDialogElement | null => place.querySelector('dialog');

  it('keeps the focus inside, closes with Escape and gives the focus back', async () => {
    show(<Page />);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    expect(dialog()?.open).toBe(true);
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    expect((await axe.run(place)).violations.map(({ id }) => id)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(dialog()?.open).toBe(false);
    expect(document.activeElement?.textContent).toBe('Ouvrir');
  });

  it('gives the focus back also when it is taken away', async () => {
    const Passing = () => {
      const [open, setOpen] = useState(false);
      return (
        <>
          <Button onPress={() => setOpen(true)}>Ouvrir</Button>
          {open ? (
            <Sheet open label="Motif" closeLabel="Fermer" onClose={() => setOpen(false)}>
              Pourquoi
            </Sheet>
          ) : null}
        </>
      );
    };
    show(<Passing />);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(dialog()).toBeNull();
    expect(document.activeElement?.textContent).toBe('Ouvrir');
  });

  it('closes by a press beside it, unless something in it must be kept', async () => {
    show(<Page />);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    dialog()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await vi.waitFor(() => expect(dialog()?.open).toBe(false));
    show(null);
    show(<Page keep />);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    dialog()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dialog()?.open).toBe(true);
  });
});

describe('tabs', () => {
  const Curves = () => {
    const [current, setCurrent] = useState('a');
    const items = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
    return (
      <Tabs label="Courbes" items={items} current={current} onSelect={setCurrent}>
        {current}
      </Tabs>
    );
  };
  const panel = (): string | null | undefined => place.querySelector('[role=tabpanel]')?.textContent;

  it.each([
    ['ltr', '{ArrowRight}', '{ArrowLeft}'],
    ['rtl', '{ArrowLeft}', '{ArrowRight}'],
  ])('%s: the arrow that points forward goes to the next', async (dir, forward, back) => {
    document.documentElement.dir = dir;
    show(<Curves />);
    await userEvent.tab();
    await userEvent.keyboard(forward);
    expect(panel()).toBe('b');
    await userEvent.keyboard(back);
    await userEvent.keyboard(back);
    expect(panel()).toBe('c');
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
  });
});

describe('a button', () => {
  it('does nothing while it is busy, and keeps its focus', async () => {
    const pressed = vi.fn();
    show(
      <Button busy onPress={pressed}>
        Enregistrer
      </Button>,
    );
    const button = page.getByRole('button');
    await button.click();
    expect(pressed).not.toHaveBeenCalled();
    button.element().focus();
    expect(document.activeElement).toBe(button.element());
  });

  it('that submits a form does not submit it while busy', async () => {
    const submitted = vi.fn((event: Event) => event.preventDefault());
    const form = (busy: boolean) => (
      <form onSubmit={submitted}>
        <Button type="submit" busy={busy}>
          Ouvrir
        </Button>
      </form>
    );
    show(form(true));
    await page.getByRole('button').click();
    expect(submitted).not.toHaveBeenCalled();
    show(form(false));
    await page.getByRole('button').click();
    expect(submitted).toHaveBeenCalledOnce();
  });
});

it('a danger sign turns the screen without taking away what is being typed', async () => {
  const Form = () => {
    const [text, setText] = useState('');
    return (
      <DangerFrame active={text.length > 2} title="Signe de danger">
        <TextField label="Note" value={text} onInput={setText} />
      </DangerFrame>
    );
  };
  show(<Form />);
  await page.getByLabelText('Note').click();
  await userEvent.keyboard('abcdef');
  await expect.element(page.getByRole('textbox')).toHaveValue('abcdef');
  expect(document.activeElement).toBe(page.getByRole('textbox').element());
  expect(place.querySelector('[role=alert]')?.textContent).toBe('Signe de danger');
});

it('a QR code stays black on white in the dark', () => {
  document.documentElement.dataset['theme'] = 'dark';
  show(<QrCode text="essai" label="Fiche" />);
  const paper = place.querySelector('.k-qr__paper');
  expect(paper === null ? '' : getComputedStyle(paper).fill).toBe('rgb(255, 255, 255)');
  delete document.documentElement.dataset['theme'];
});
