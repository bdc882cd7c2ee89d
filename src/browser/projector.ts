/// <reference lib="dom" />

// The arrow keys, and the keys of a presenter, turn the pages of a meeting. PageUp and PageDown first go through a text
// that is longer than the wall, so that somebody who only has the presenter in hand sees all of it.

const turns: Readonly<Record<string, 'next' | 'prev'>> = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'prev', PageUp: 'prev' };

addEventListener('keydown', (event) => {
  const rel = turns[event.key];
  if (!rel || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const page = document.documentElement;
  const unread = rel === 'next' ? page.scrollHeight - page.clientHeight - page.scrollTop : page.scrollTop;
  if (event.key.startsWith('Page') && unread > 4) return;
  const link = document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

/** Says so while there is more below than the wall shows. */
function tellOfMore(): void {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  const note = document.querySelector<HTMLElement>('.more');
  if (note) note.hidden = scrollHeight - clientHeight - scrollTop <= 4;
}
for (const event of ['load', 'scroll', 'resize']) addEventListener(event, tellOfMore, { passive: true });
