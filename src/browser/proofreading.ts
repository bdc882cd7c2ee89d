/// <reference lib="dom" />
import { correctText } from '../domain/round/correct-text.ts';

// Proofreads while somebody writes: asks the server after a pause and shows what it found below the text. Never in the way of saving.
// Without this the page shows the findings after saving, and the same buttons send the form.

interface FixOrder { readonly field: string; readonly quote: string; readonly suggestion: string; readonly starts: readonly number[] }

/** Pause after the last key before the server is asked. Milliseconds. */
const pause = 1_500;
const remembered = 'ayumi-proofreading';

const form = document.querySelector<HTMLFormElement>('form[data-proofreading]');
const toggle = document.querySelector<HTMLInputElement>('#proofreading-switch');

if (form) {
  const address = form.dataset['proofreading'] ?? '';
  const boxes = [...form.querySelectorAll<HTMLElement>('.proofreading[data-field]')];
  const textOf = (field: string) => form.querySelector<HTMLTextAreaElement>(`textarea[name="${CSS.escape(field)}"]`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let on = recall() !== 'off';

  const show = (box: HTMLElement, html: string) => {
    // Somebody who is writing a reason is not interrupted.
    if (box.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement) return;
    if (box.innerHTML !== html) box.innerHTML = html;
    settle(box);
  };
  /** Reasons are not part of the answer: they do not go with a save. */
  const settle = (box: HTMLElement) => box.querySelectorAll('input[name]').forEach((input) => input.removeAttribute('name'));

  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    if (!on) return;
    asked += 1;
    const mine = asked;
    const body = new URLSearchParams(boxes.map(({ dataset }) => [dataset['field'] ?? '', textOf(dataset['field'] ?? '')?.value ?? '']));
    try {
      const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error' });
      if (!response.ok || mine !== asked) return;
      const found = await response.json() as Record<string, string> | null;
      if (mine === asked && on) for (const box of boxes) show(box, found?.[box.dataset['field'] ?? ''] ?? '');
    } catch {
      // No server or signed out: the state of saving tells that already.
      if (mine === asked) for (const box of boxes) show(box, '');
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  };

  const fix = (order: FixOrder): void => {
    const text = textOf(order.field);
    const corrected = text && correctText(text.value, order);
    if (!text || corrected === null || corrected === undefined) return void ask();
    const first = text.value.startsWith(order.quote, order.starts[0] ?? -1) ? order.starts[0]! : text.value.indexOf(order.quote);
    text.value = corrected;
    text.focus();
    text.setSelectionRange(first, first + order.suggestion.length);
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    void ask();
  };
  const dismiss = async (button: HTMLButtonElement): Promise<void> => {
    const order = JSON.parse(button.value) as { reason: string };
    const reason = document.querySelector<HTMLInputElement>(`#${CSS.escape(order.reason)}`);
    const body = new URLSearchParams([['dismiss', button.value], [order.reason, reason?.value ?? '']]);
    const sent = await fetch(button.getAttribute('formaction') ?? '', { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error' }).catch(() => null);
    const answer = sent && await sent.json().catch(() => null) as { problem: string | null } | null;
    if (answer?.problem === null) {
      const box = button.closest<HTMLElement>('.proofreading');
      const field = textOf(box?.dataset['field'] ?? '');
      button.closest('li')?.remove();
      field?.focus();
      return void ask();
    }
    const told = document.createElement('p');
    told.className = 'problem';
    told.setAttribute('role', 'alert');
    told.textContent = answer?.problem ?? 'サーバーにつながらないため、記憶できませんでした。';
    button.closest('details')?.querySelector('.problem')?.remove();
    button.closest('details')?.append(told);
  };

  for (const box of boxes) {
    settle(box);
    box.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[formaction]') : null;
      if (!button) return;
      event.preventDefault();
      if (button.name === 'fix') fix(JSON.parse(button.value) as FixOrder);
      else void dismiss(button);
    });
    // Enter in a reason means its own button, and its words are no change of the answer.
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      event.target.closest('details')?.querySelector<HTMLButtonElement>('button')?.click();
    });
    box.addEventListener('input', (event) => event.stopPropagation());
  }
  form.addEventListener('input', soon);

  const turn = () => {
    for (const box of boxes) box.hidden = !on;
    if (toggle) toggle.checked = on;
  };
  toggle?.closest<HTMLElement>('.proofreading-switch')?.removeAttribute('hidden');
  toggle?.addEventListener('input', (event) => event.stopPropagation());
  toggle?.addEventListener('change', () => {
    on = toggle.checked;
    try { localStorage.setItem(remembered, on ? 'on' : 'off'); } catch { /* it holds for this page */ }
    turn();
    void ask();
  });
  turn();
  void ask();
}

function recall(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}
