// A page that shows how far something is looks again every two seconds, and becomes the next page when that has ended.
// Whoever has gone on by keyboard meanwhile stays where she is.
const nameOf = (element) => {
  const [id, href] = [element?.getAttribute('id'), element?.getAttribute('href')];
  return id ? `#${CSS.escape(id)}` : href ? `a[href="${CSS.escape(href)}"]` : null;
};
const become = (next) => {
  const held = document.activeElement;
  const [main, coming] = [document.querySelector('main'), next.querySelector('main')];
  if (main === null || coming === null || next.title !== document.title) return location.reload();
  const isWithin = main.contains(held);
  const name = nameOf(held);
  main.replaceWith(coming);
  if (!isWithin) return;
  const again = name === null ? null : document.querySelector(name);
  (again ?? coming).focus({ preventScroll: true });
};
const look = async () => {
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [here, there] = [document.querySelector('#progress'), next.querySelector('#progress')];
    const isUnderWay = next.querySelector('script[src$="/progress.js"]') !== null;
    if (!isUnderWay) return become(next);
    if (here !== null && there !== null) here.replaceWith(there);
  } catch {
    // Without network: the next look tells.
  }
  setTimeout(look, 2000);
};
setTimeout(look, 2000);
