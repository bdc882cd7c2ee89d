/// <reference lib="dom" />

// The arrow keys, and the keys of a presenter, turn the pages of a meeting.

const turns: Readonly<Record<string, string>> = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'prev', PageUp: 'prev' };

addEventListener('keydown', (event) => {
  const rel = turns[event.key];
  if (!rel || event.altKey || event.ctrlKey || event.metaKey) return;
  document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
});
