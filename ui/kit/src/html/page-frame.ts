/**
 * The outermost of every page that a server makes: title, language, style, and the place to skip to. No script, but on a
 * page that shows how far something is.
 */
import { answerHere } from './answer-here.ts';
import { type Html, html, type Part } from './html.ts';

export type PageFrame = {
  readonly language: string;
  /** Of the page, in its one `h1`. */
  readonly title: string;
  /** Of the site, after the title in the tab. */
  readonly site: string;
  readonly stylesheet: string;
  /** Of the link that leads a keyboard past the header. */
  readonly skip: string;
  readonly header: Part;
  /** Why what was asked could not be done. */
  readonly problem?: string | null;
  /** Pictures and tables beside each other: room as far as the screen goes. */
  readonly wide?: boolean;
  /** Of every sheet of paper, at its head: a stylesheet reads it there as `data-running`. */
  readonly running?: string;
  /** Where the browser goes by itself. */
  readonly goOn?: string | undefined;
  /** Looked at again by itself while something is under way: by a script of this address, without one every few seconds. */
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
