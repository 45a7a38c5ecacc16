// A page that shows progress fetches itself again every two seconds, and is replaced by the next page when the work has
// ended. The focus of the keyboard stays on the same element where it is still there.
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
    // There is no network: the next attempt may succeed.
  }
  setTimeout(look, 2000);
};
setTimeout(look, 2000);
