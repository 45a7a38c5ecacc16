/**
 * The outer HTML of every page that a server makes: title, language, stylesheet, and the link that skips the header.
 * Without scripts, except on a page that shows progress.
 */
import { answerHere } from './answer-here.ts';
import { type Html, html, type Part } from './html.ts';

export type PageFrame = {
  readonly language: string;
  /** Title of the page, also its only `h1`. */
  readonly title: string;
  /** Name of the site, after the title in the browser's tab. */
  readonly site: string;
  readonly stylesheet: string;
  /** Text of the link by which keyboard users skip the header. */
  readonly skip: string;
  readonly header: Part;
  /** Why the requested action could not be done. */
  readonly problem?: string | null;
  /** Uses the whole width of the screen, for pages with pictures and tables beside each other. */
  readonly wide?: boolean;
  /** Text at the head of every printed sheet; the stylesheet reads it from `data-running`. */
  readonly running?: string;
  /** Address to which the browser is redirected at once. */
  readonly goOn?: string | undefined;
  /** Address of a script that refreshes the page during work; without scripts it reloads every five seconds. */
  readonly again?: string | null;
};

export const pageFrame = (frame: PageFrame, body: Part): Html => {
  const {
    language,
    title,
    site,
    stylesheet,
    skip,
    header,
    problem = null,
    wide = false,
    goOn,
    again = null,
    running,
  } = frame;
  return html`<!doctype html>
<html lang="${language}"${running !== undefined && html` data-running="${running}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${site}</title>
<link rel="stylesheet" href="${stylesheet}">
<link rel="icon" href="data:,">
${goOn !== undefined && html`<meta http-equiv="refresh" content="0; url=${goOn}">`}
${again !== null && html`<noscript><meta http-equiv="refresh" content="5"></noscript><script src="${again}" defer></script>`}
</head>
<body class="${wide && 'wide'}">
<a class="skip" href="#content">${skip}</a>
<header>
${header}
</header>
<main id="content" tabindex="-1">
<h1>${title}</h1>
${problem !== null && html`<p class="problem" role="alert"${answerHere}>${problem}</p>`}
${body}
</main>
</body>
</html>
`;
};
