/// <reference lib="dom" />
import { excerptOf, type SearchableText, searchTexts } from '../domain/edition/search-edition.ts';

// Searches while the reader types. Without it the same form is answered by the server, or the page lists everything.

declare global {
  // Set by search/index.js, which is loaded on first use.
  var ayumiTexts: readonly (readonly [target: string, heading: string, text: string])[] | undefined;
}

const form = document.querySelector<HTMLFormElement>('form[data-index]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
const results = document.querySelector<HTMLElement>('#results');
const everything = document.querySelector<HTMLElement>('#everything');

let loading: Promise<SearchableText[]> | undefined;
function loadTexts(source: string): Promise<SearchableText[]> {
  return (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('load', () => resolve((globalThis.ayumiTexts ?? []).map(([target, heading, text]) => ({ target, heading, text }))));
    script.addEventListener('error', () => reject(new Error('index')));
    document.head.append(script);
  }));
}

function element(name: string, text: string, ...children: Node[]): HTMLElement {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

async function show(): Promise<void> {
  if (!form || !input || !results) return;
  const query = input.value.trim();
  everything?.toggleAttribute('hidden', query !== '');
  if (query === '') return results.replaceChildren();
  const texts = await loadTexts(form.dataset['index'] ?? '');
  if (query !== input.value.trim()) return;
  const hits = searchTexts(texts, query);
  const list = element('ul', '');
  list.className = 'list hits';
  for (const hit of hits.slice(0, 200)) {
    const link = element('a', hit.heading) as HTMLAnchorElement;
    link.href = hit.target;
    list.append(element('li', '', link, element('p', '', ...excerptOf(hit).map((piece) => (piece.marked ? element('mark', piece.text) : document.createTextNode(piece.text))))));
  }
  const summary = element('p', hits.length === 0
    ? `「${query}」を含む記述は見つかりませんでした。言葉を短くするか、別の言葉でお探しください。`
    : `「${query}」を含む記述が${hits.length}件あります。${hits.length > 200 ? 'はじめの200件を表示しています。' : ''}`);
  summary.className = 'lead';
  results.replaceChildren(summary, list);
}

let timer: ReturnType<typeof setTimeout> | undefined;
input?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => { show().catch(() => { form?.submit(); }); }, 150);
});
// A composition of kana is not a query yet; the input event after it is.
form?.addEventListener('submit', (event) => {
  if (location.protocol !== 'file:' && !loading) return;
  event.preventDefault();
  void show();
});
// In the published folder there is no server to read ?q=.
const asked = new URLSearchParams(location.search).get('q');
if (input && asked && results?.childElementCount === 0) {
  input.value = asked;
  void show();
}
