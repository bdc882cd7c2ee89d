import { type Post, type Role, roleNames, roles } from './post.ts';

/** Departments that are named; the others are counted. */
const most = 4;

/** Posts in words, one line a role: the departments, then the role; city-wide roles alone. */
export function postsInWords(posts: readonly Pick<Post, 'role' | 'department'>[], departments: readonly { readonly id: string; readonly name: string }[]): string[] {
  const lineOf = (role: Role): string[] => {
    const held = posts.filter((post) => post.role === role);
    if (held.length === 0) return [];
    const ids = new Set(held.map(({ department }) => department));
    const known = departments.filter(({ id }) => ids.has(id));
    const names = [...known.map(({ name }) => name), ...[...ids].filter((id): id is string => id !== null && !known.some((department) => department.id === id))];
    if (names.length === 0) return [roleNames[role]];
    const listed = names.length > most ? `${names.slice(0, most - 1).join('・')}ほか${names.length - most + 1}部署` : names.join('・');
    return [`${listed}　${roleNames[role]}`];
  };
  return roles.flatMap(lineOf);
}
