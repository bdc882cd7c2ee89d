/** Lines of a table that a browser still shows without effort; the rest is counted. */
const mostShown = 2_000;

/** Rows of text as a table that scrolls, the first cell of each being its heading. */
export function Listing({ title, heads, rows }: { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <>
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table>
          <thead><tr>{heads.map((head) => <th scope="col">{head}</th>)}</tr></thead>
          <tbody>{rows.slice(0, mostShown).map(([first, ...others]) => <tr><th scope="row">{first}</th>{others.map((cell) => <td>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
      {rows.length > mostShown && <p>ほかに{(rows.length - mostShown).toLocaleString('ja-JP')}件あります。</p>}
    </>
  );
}
