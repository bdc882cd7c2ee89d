import type { Department } from '../domain/organization/department.ts';
import type { Edition, EditionNode } from '../domain/edition/edition.ts';
import { initiativesOfDepartment, yearLabelOf } from '../domain/edition/reading.ts';
import { departmentAddress, initiativeAddress, relativeLink, yearAddress } from './address.ts';
import { HistoryLink } from './history/history-links.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** What a department answers for, and what it reported this year for a collective: two relations, shown apart. */
export function departmentPage(site: EditionSite, department: Department, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = departmentAddress(edition, department.id);
  const link = (to: string) => relativeLink(address, to);
  const { owned, reported } = initiativesOfDepartment(edition, department.id);
  const lowest = edition.levels.at(-1)?.name ?? '取組';
  const crumbs = [
    { name: yearLabelOf(edition), address: yearAddress(edition) },
    { name: '部署', address: `${yearAddress(edition)}departments/` },
  ];
  return renderPage({ address, title: department.name, assets, site, section: 'departments', crumbs }, (
    <>
      <p class="eyebrow">部署</p>
      <h1>{department.name}</h1>
      {site.years.length > 1 && <p><HistoryLink site={site} subject="departments" id={department.id} link={link} /></p>}
      <section aria-labelledby="owned_heading">
        <h2 id="owned_heading">推進部署となっている{lowest} <small>{owned.length}件</small></h2>
        <Initiatives edition={edition} nodes={owned} link={link} />
      </section>
      <section aria-labelledby="reported_heading">
        <h2 id="reported_heading">関係各課などとして{yearLabelOf(edition)}に報告した{lowest} <small>{reported.length}件</small></h2>
        <Initiatives edition={edition} nodes={reported} link={link} />
      </section>
    </>
  ));
}

/** All departments named in the edition. */
export function departmentsPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = `${yearAddress(edition)}departments/`;
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: '部署', assets, site, section: 'departments', crumbs }, (
    <>
      <h1>部署</h1>
      <p class="lead">計画で推進部署となっている{edition.levels.at(-1)?.name}と、関係各課などとしてこの年度に報告した{edition.levels.at(-1)?.name}の件数です。</p>
      {edition.departments.length === 0 ? <p>部署の記載はありません。</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label="部署の一覧">
          <table>
            <thead><tr><th scope="col">部署</th><th scope="col" class="num">推進部署</th><th scope="col" class="num">関係各課として報告</th></tr></thead>
            <tbody>
              {edition.departments.map((department) => {
                const { owned, reported } = initiativesOfDepartment(edition, department.id);
                return (
                  <tr>
                    <th scope="row"><a href={link(departmentAddress(edition, department.id))}>{department.name}</a></th>
                    <td class="num">{owned.length}</td><td class="num">{reported.length}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  ));
}

function Initiatives({ edition, nodes, link }: { edition: Edition; nodes: readonly EditionNode[]; link: (to: string) => string }) {
  if (nodes.length === 0) return <p>ありません。</p>;
  return (
    <ul class="list">
      {nodes.map((node) => <li><span class="no">{node.number}</span><a href={link(initiativeAddress(edition, node))}>{node.title}</a></li>)}
    </ul>
  );
}
