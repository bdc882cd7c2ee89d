/// <reference lib="dom" />

// Saves an answer while it is written. The page works without this: its button saves a draft.
// What could not be sent stays in this browser until the server has taken it.

interface Kept { readonly fields: readonly (readonly [string, string])[]; readonly baseVersion: string; readonly at: string }

const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
const status = document.querySelector<HTMLElement>('#saving');
/** What belongs to a button: nothing of the answer itself. */
const notAnswer = ['note', 'action', 'removeEvidence'];
/** Pause after the last key before a save. Milliseconds. */
const pause = 2_000;
/** How often a save that failed is tried again. Milliseconds. */
const retry = 10_000;

if (form && status) {
  const key = `ayumi-draft-${form.dataset['person']}-${form.dataset['autosave']}`;
  const base = form.querySelector<HTMLInputElement>('input[name=baseVersion]')!;
  // The buttons are named action, so the property of that name is theirs.
  const address = form.getAttribute('action') ?? location.pathname;
  let last = textOf(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;

  const tell = (state: 'saved' | 'waiting' | 'away', sentence: string) => {
    status.dataset['state'] = state;
    if (status.textContent !== sentence) status.textContent = sentence;
  };
  const keep = () => {
    const kept: Kept = { fields: fieldsOf(form), baseVersion: base.value, at: new Date().toISOString() };
    try {
      localStorage.setItem(key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* a browser without storage had nothing to forget */ } };

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    const text = textOf(form);
    if (sending || text === last) return;
    sending = true;
    tell('waiting', '保存しています');
    try {
      const body = new URLSearchParams(fieldsOf(form).map(([name, value]) => [name, value]));
      body.set('action', 'save');
      const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'manual' });
      if (response.type === 'opaqueredirect' || response.status === 401) {
        keep();
        tell('away', 'サインインの期限が切れました。書いた文章はこのブラウザーに残っています。別のタブでサインインすると、続けて保存します。');
        timer = setTimeout(() => void save(), retry);
      } else {
        take(await response.json() as Outcome, text);
      }
    } catch {
      const safe = keep();
      tell('away', safe ? 'サーバーにつながらないため、書いた文章をこのブラウザーに残しています。つながると自動で保存します。' : 'サーバーにつながりません。このページを閉じずにお待ちください。');
      timer = setTimeout(() => void save(), retry);
    } finally {
      sending = false;
    }
    if (textOf(form) !== last && status.dataset['state'] === 'saved') schedule();
  };

  interface Outcome { outcome: 'saved' | 'unchanged' | 'conflict' | 'refused'; version?: number | null; at?: string; parkedVersion?: number; reason?: string }
  const take = (outcome: Outcome, text: string) => {
    if (outcome.outcome === 'saved' || outcome.outcome === 'unchanged') {
      last = text;
      if (outcome.version) base.value = String(outcome.version);
      forget();
      if (chosen()) tell('waiting', '文章は保存済み。選んだ証拠資料は「下書きを保存する」を押すと保存します');
      else tell('saved', outcome.at ? `全て保存済み（${outcome.at}）` : '全て保存済み');
    } else if (outcome.outcome === 'conflict') {
      forget();
      last = text;
      location.assign(`${address}/merge?parked=${outcome.parkedVersion}`);
    } else if (outcome.parkedVersion) {
      // A colleague has handed it in, or the deadline has passed: the server has kept the words and shows where.
      forget();
      last = text;
      location.assign(`${address}?parked=${outcome.parkedVersion}`);
    } else {
      keep();
      tell('away', `${outcome.reason ?? '保存できませんでした。'}書いた文章はこのブラウザーに残っています。`);
    }
  };

  /** Whether files were chosen, or ticked to be removed, that only a button sends. */
  const chosen = () => [...form.querySelectorAll<HTMLInputElement>('input[name=evidence], input[name=removeEvidence]')].some((input) => input.checked || (input.files?.length ?? 0) > 0);
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  };
  form.addEventListener('input', () => {
    tell('waiting', 'まだ保存していない変更があります');
    schedule();
  });
  // Leaving: the request goes on after the page is gone, and the words are kept here too until the server has answered.
  addEventListener('pagehide', () => {
    if (textOf(form) === last) return;
    keep();
    const body = new URLSearchParams(fieldsOf(form).map(([name, value]) => [name, value]));
    body.set('action', 'save');
    void fetch(address, { method: 'POST', body, headers: { accept: 'application/json' }, keepalive: true, redirect: 'manual' }).catch(() => {});
  });
  form.addEventListener('submit', () => { last = textOf(form); forget(); });
  addEventListener('online', () => void save());

  const kept = read(key);
  if (kept && JSON.stringify(kept.fields) !== JSON.stringify(fieldsOf(form)) && kept.fields.some(([name]) => name === 'text' || name === 'printed')) {
    // What was left here is sent on the version that it was written on: if somebody has written since, the server keeps both.
    for (const [name, value] of kept.fields) fill(form, name, value);
    base.value = kept.baseVersion;
    tell('waiting', '前に保存できなかった文章を、このブラウザーから戻しました');
    void save();
  } else forget();
}

function fieldsOf(form: HTMLFormElement): (readonly [string, string])[] {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && !notAnswer.includes(name) ? [[name, value] as const] : []));
}

function textOf(form: HTMLFormElement): string {
  return JSON.stringify(fieldsOf(form).filter(([name]) => name !== 'baseVersion'));
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof RadioNodeList) field.value = value;
  else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
