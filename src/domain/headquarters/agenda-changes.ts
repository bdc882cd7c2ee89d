import type { DeliberatedItem } from './headquarters.ts';

// Papers and minutes cite items by their number, so the number of an item that was decided never changes.

const isDecided = ({ decisions }: Pick<DeliberatedItem, 'decisions'>): boolean => decisions.length > 0;

/** Why the title and paper of an item cannot be changed any more, or null. */
export function refuseEdit(item: Pick<DeliberatedItem, 'decisions'>): string | null {
  return isDecided(item) ? '決定が記録された議題は、題名と資料を変更できません。' : null;
}

/** Why an item cannot change places with the one before or after it, or null. */
export function refuseMove(items: readonly DeliberatedItem[], id: string, step: -1 | 1): string | null {
  const index = items.findIndex((item) => item.id === id);
  const [item, neighbour] = [items[index], items[index + step]];
  if (!item || !neighbour) return step < 0 ? '最初の議題は、これより前に移せません。' : '最後の議題は、これより後ろに移せません。';
  if (isDecided(item) || isDecided(neighbour)) return '決定が記録された議題の番号が変わるため、順番を変更できません。';
  return null;
}

/** Why an item cannot be taken off the agenda, or null. */
export function refuseRemoval(items: readonly DeliberatedItem[], id: string): string | null {
  const index = items.findIndex((item) => item.id === id);
  if (items[index] && isDecided(items[index])) return '決定が記録された議題は、取り消せません。';
  if (items.slice(index + 1).some(isDecided)) return '後ろの議題に決定が記録されていて、その番号が変わるため、取り消せません。';
  return null;
}
