/// <reference lib="dom" />
// Keeps the board up to date and shows the actions when something is chosen. Without it the page is complete: it is read again by hand.

const form = document.querySelector<HTMLFormElement>('#board-form');
const line = document.querySelector<HTMLElement>('#board-updated');
const bulk = document.querySelector<HTMLElement>('#board-bulk');
const count = document.querySelector<HTMLElement>('#board-chosen');

/** Not more often than this, however much moves on the last day. Milliseconds. */
const rest = 3_000;
/** Asked at least this often, in case that a proxy swallows the events. Milliseconds. */
const patience = 60_000;

const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('#board-rows input[name=request]')];

function showBulk(): void {
  if (!bulk || !count) return;
  const chosen = boxes().filter(({ checked }) => checked).length;
  bulk.hidden = chosen === 0;
  count.textContent = `${chosen}件`;
}

let last = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;

function soon(): void {
  if (document.hidden) {
    document.addEventListener('visibilitychange', soon, { once: true });
    return;
  }
  timer ??= setTimeout(() => { void refresh().finally(() => { timer = undefined; }); }, Math.max(last + rest - Date.now(), 0));
}

async function refresh(): Promise<void> {
  last = Date.now();
  // Boxes that are ticked stay so by themselves; an address that ticks all of them is not asked again.
  const address = new URL(location.href);
  address.searchParams.delete('chosen');
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' }, redirect: 'error', cache: 'no-store' });
    if (!response.ok) throw new Error(String(response.status));
    swap(new DOMParser().parseFromString(await response.text(), 'text/html'));
    sayUpToDate();
  } catch {
    say('新しい状況を受け取れませんでした。ページを読み込み直してください。サインインし直すことが必要な場合もあります。');
  }
}

function sayUpToDate(): void {
  say(`自動で更新しています。最後の更新は${new Date(last).toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit', second: '2-digit' })}です。`);
}

function say(sentence: string): void {
  if (line) line.textContent = sentence;
}

/** Puts what is new in the place of what is old, row by row: ticked boxes, the focus and the place that is read stay. */
function swap(fresh: Document): void {
  for (const id of ['board-counts', 'board-departments', 'board-shown']) replaceWhereNew(document.getElementById(id), fresh.getElementById(id));
  const body = document.getElementById('board-rows');
  const freshBody = fresh.getElementById('board-rows');
  if (!body || !freshBody) {
    replaceWhereNew(document.getElementById('board-table'), fresh.getElementById('board-table'));
    showBulk();
    return;
  }
  // Rows leave this list as they are taken over, so it is copied first.
  const freshRows = [...freshBody.children];
  let place: Element | null = body.firstElementChild;
  for (const row of freshRows) {
    const own = document.getElementById(row.id);
    if (!own) {
      body.insertBefore(document.adoptNode(row), place);
      continue;
    }
    if (own === place) place = place.nextElementSibling;
    else body.insertBefore(own, place);
    [...own.children].forEach((cell, index) => {
      // The first cell holds the box and the link, where the focus may be; it changes only with the plan.
      if (index > 0) replaceWhereNew(cell, row.children[index] ?? null);
    });
  }
  while (place) {
    const gone = place;
    place = place.nextElementSibling;
    gone.remove();
  }
  showBulk();
}

function replaceWhereNew(own: Element | null, fresh: Element | null): void {
  if (own && fresh && own.innerHTML !== fresh.innerHTML) own.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
}

form?.addEventListener('change', showBulk);
// The link is looked for as it is clicked: the line that it stands in is replaced.
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('#board-all')) return;
  event.preventDefault();
  for (const box of boxes()) box.checked = true;
  showBulk();
});
// A browser that comes back to the page restores the boxes after the scripts have run.
addEventListener('pageshow', showBulk);
showBulk();

if (line?.dataset['events']) {
  const events = new EventSource(line.dataset['events']);
  events.addEventListener('open', sayUpToDate);
  events.addEventListener('moved', soon);
  setInterval(() => { if (Date.now() - last >= patience) soon(); }, patience / 4);
}
