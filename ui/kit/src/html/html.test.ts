import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('what is put into a page', () => {
  it('is text, whatever it looks like', () => {
    expect(html`<b title="${'" onclick="x'}">${'<script>'}</b>`.text).toBe(
      '<b title="&#34; onclick=&#34;x">&#60;script&#62;</b>',
    );
  });

  it('is HTML when it was made as such, also in lists, and nothing when there is nothing', () => {
    const rows = ['a', '<b>'].map((name) => html`<li>${name}</li>`);
    expect(html`<ul>${rows}${null}${false}${0}</ul>`.text).toBe('<ul><li>a</li><li>&#60;b&#62;</li>0</ul>');
  });

  it('cannot pass for HTML by its shape', () => {
    const shaped = JSON.parse('{"text":"<script>"}');
    expect(() => html`${shaped}`).toThrow();
  });

  it('never leaves its element or its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const page = html`<p class="${text}">${text}</p>`.text;
        expect(page.match(/[<>"]/g)?.join('')).toBe('<"">' + '<>');
        expect(page).not.toMatch(/[`']/);
      }),
    );
  });
});
