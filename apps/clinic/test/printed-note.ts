/** A note as printed: the number and size of the sheets, the text on them, and the code as a picture. */
import type { Locator, Page } from 'playwright-core';

/** In millimetres. */
export type Sheet = { readonly width: number; readonly height: number };

const POINTS_PER_MM = 72 / 25.4;

/** The printed sheets, in the size that the app asks for. */
export const printedSheets = async (page: Page): Promise<readonly Sheet[]> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  if (boxes.length !== pages.length) throw new Error(`${pages.length} pages and ${boxes.length} sizes in this PDF`);
  const mm = (points: string | undefined): number => Math.round(Number(points) / POINTS_PER_MM);
  return boxes.map(([, width, height]) => ({ width: mm(width), height: mm(height) }));
};

/** The area between the margins of an A5 page, in CSS pixels. */
const BETWEEN_MARGINS = { width: Math.floor((134 / 25.4) * 96), height: Math.floor((196 / 25.4) * 96) };

/** Lays out the page as for printing, so that its text can be read and screenshots taken. */
export const layOnPaper = async (page: Page): Promise<Locator> => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(BETWEEN_MARGINS);
  return page.locator('article.note-paper');
};

/** Parts that are cut off at the foot of the page; returns the last words of each. */
export const cutAtTheFoot = (paper: Locator): Promise<readonly string[]> =>
  paper.evaluate((article) => {
    const foot = article.getBoundingClientRect().bottom;
    return [...article.querySelectorAll('*')]
      .filter((part) => part.childElementCount === 0 && part.getBoundingClientRect().bottom > foot + 1)
      .map((part) => (part.textContent || part.parentElement?.textContent || part.tagName).slice(-60));
  });
