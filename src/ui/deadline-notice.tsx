import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';

interface Deadlines {
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
}

/** 締切の変更: what held before, what holds from now on, and why. */
export function DeadlineNotice({ change, about = '' }: { change: Deadlines & { readonly former: Deadlines; readonly reason: string }; about?: string }) {
  const moved = ([['担当者', 'departmentDeadline'], ['所属長', 'headDeadline']] as const).filter(([, field]) => change[field] !== change.former[field]);
  return (
    <p class="notice">
      <b>{about}締切が変わりました。</b>{moved.map(([who, field]) => `${who}：${monthAndDay(change.former[field])}から${monthAndDay(change[field])}へ`).join('、')}。理由：<bdi>{change.reason}</bdi>
    </p>
  );
}

/** 5月20日; the year is left out, since a round lies within one. */
function monthAndDay(date: CalendarDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}
