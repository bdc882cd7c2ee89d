import type { EditionChange } from '../../domain/edition/edition-change.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { departmentById, nodeById, yearLabelOf } from '../../domain/edition/reading.ts';
import { initiativeAddress } from '../address.ts';

/** The items whose departments are others than the year before. A department that was only renamed is still the same one. */
export function ChangedOwners({ before, after, changes, link }: { before: Edition; after: Edition; changes: readonly EditionChange[]; link: (to: string) => string }) {
  const renamed = before.departments.flatMap(({ id, name }) => {
    const now = departmentById(after, id);
    return now && now.name !== name ? [[name, now.name] as const] : [];
  });
  const withNewNames = (text: string) => renamed.reduce((whole, [old, now]) => whole.replaceAll(old, now), text);
  const moved = changes.filter(({ kind, before: old, after: now }) => kind === 'responsible' && withNewNames(old ?? '') !== (now ?? ''));
  // The printed cell holds owners and reporters; it stands last but for the reporters alone.
  const rows = [...Map.groupBy(moved, ({ subject }) => subject?.id ?? '')].flatMap(([id, ofNode]) => {
    const node = nodeById(after, id) ?? nodeById(before, id);
    const shown = ofNode.find(({ place }) => place.endsWith('推進部署（掲載）')) ?? ofNode[0]!;
    return node ? [{ node, edition: nodeById(after, id) ? after : before, shown }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="owners_heading">
      <h2 id="owners_heading">推進部署が変わった取組</h2>
      <div class="scroll" tabindex={0} role="region" aria-label="推進部署の比較">
        <table>
          <thead><tr><th scope="col">取組</th><th scope="col">{yearLabelOf(before)}</th><th scope="col">{yearLabelOf(after)}</th></tr></thead>
          <tbody>
            {rows.map(({ node, edition, shown }) => (
              <tr><th scope="row"><a href={link(initiativeAddress(edition, node))}>{node.number} {node.title}</a></th><td>{shown.before ?? '記載なし'}</td><td>{shown.after ?? '記載なし'}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {renamed.length > 0 && <p class="note">部署の名称だけが変わったもの（{renamed.map(([old, now]) => `${old}から${now}`).join('、')}）は、省いています。</p>}
    </section>
  );
}
