// A page that shows progress fetches itself again every two seconds, and reloads as the next page when the work has
// ended.
const look = async () => {
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [here, there] = [document.querySelector('#progress'), next.querySelector('#progress')];
    const isUnderWay = next.querySelector('script[src$="/progress.js"]') !== null;
    if (!isUnderWay) return location.reload();
    if (here !== null && there !== null) here.replaceWith(there);
  } catch {
    // There is no network: the next attempt may succeed.
  }
  setTimeout(look, 2000);
};
setTimeout(look, 2000);
