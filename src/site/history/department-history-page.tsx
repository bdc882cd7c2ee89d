import { lineageOf } from '../../domain/edition/edition-years.ts';
import type { Edition, EditionNode, PublishedReorganisation } from '../../domain/edition/edition.ts';
import { departmentById, initiativesOfDepartment, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { reorganisationKindNames } from '../../domain/organization/department-history.ts';
import { departmentAddress, initiativeAddress, relativeLink } from '../address.ts';
import { renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';
import { historyAddress } from './history-address.ts';
import type { PlanHistory } from './history-pages.ts';

/** A department through the years and through renames, splits and merges: under each name what it answered for. */
export function departmentHistoryPage({ years, site }: PlanHistory, id: string, all: readonly PublishedReorganisation[], assets: SharedAssets): SitePage {
  const { plan, municipality: { fiscalYearLabels: labels } } = site.published.edition;
  const address = historyAddress(plan.id, 'departments', id);
  const link = (to: string) => relativeLink(address, to);
  const name = nameOf(years, id);
  const { forerunners, reorganisations, successors } = lineageOf(all, id);
  const known = (department: string) => years.some((edition) => departmentById(edition, department));
  const Named = ({ department, called = nameOf(years, department) }: { department: string; called?: string }) => (department !== id && known(department) ? <a href={link(historyAddress(plan.id, 'departments', department))}>{called}</a> : <>{called}</>);
  return renderPage({ address, title: `${name}の推移`, assets, site, section: 'departments' }, (
    <>
      <p class="eyebrow">年度ごとの推移</p>
      <h1>{name}</h1>
      {successors.length > 0 && <p class="lead">この部署の仕事は、{successors.map((successor, index) => <>{index > 0 && '、'}<Named department={successor} /></>)}が引き継いでいます。</p>}
      {reorganisations.length > 0 && (
        <section aria-labelledby="reorganisations_heading">
          <h2 id="reorganisations_heading">組織改正</h2>
          <table>
            <thead><tr><th scope="col">年月日</th><th scope="col">内容</th><th scope="col">改正前</th><th scope="col">改正後</th></tr></thead>
            <tbody>
              {reorganisations.map(({ day, kind, before, after }) => (
                <tr>
                  <td>{dateLabel(day, labels)}</td>
                  <td class="nb">{reorganisationKindNames[kind]}</td>
                  <td>{before.map((department, index) => <>{index > 0 && '、'}<Named department={department.id} called={department.name} /></>)}{before.length === 0 && 'なし'}</td>
                  <td>{after.map((department, index) => <>{index > 0 && '、'}<Named department={department.id} called={department.name} /></>)}{after.length === 0 && 'なし'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {years.map((edition) => {
        const then = forerunners.filter((department) => departmentById(edition, department) && (department === id || answersForSomething(edition, department)));
        return (
          <section id={`year_${edition.fiscalYear}`}>
            <h2>{yearLabelOf(edition)}</h2>
            {then.length === 0 && <p>この年度の版に、この部署の記載はありません。</p>}
            {then.map((department) => <YearOfDepartment edition={edition} id={department} forerunner={department !== id} link={link} />)}
          </section>
        );
      })}
    </>
  ));
}

/** A department that is no more may still be named in a plan that it once answered for. */
function answersForSomething(edition: Edition, id: string): boolean {
  const { owned, reported } = initiativesOfDepartment(edition, id);
  return owned.length + reported.length > 0;
}

/** The name that the newest edition prints. */
function nameOf(years: readonly Edition[], id: string): string {
  return years.map((edition) => departmentById(edition, id)?.name).find((found) => found !== undefined) ?? id;
}

function YearOfDepartment({ edition, id, forerunner, link }: { edition: Edition; id: string; forerunner: boolean; link: (to: string) => string }) {
  const { owned, reported } = initiativesOfDepartment(edition, id);
  return (
    <>
      <h3><a href={link(departmentAddress(edition, id))}>{departmentById(edition, id)?.name}</a>{forerunner && <small>（前身の部署）</small>}</h3>
      <dl>
        <dt class="note">推進部署（{owned.length}件）</dt><dd><Numbers edition={edition} nodes={owned} link={link} /></dd>
        {reported.length > 0 && <><dt class="note">関係各課などとして報告（{reported.length}件）</dt><dd><Numbers edition={edition} nodes={reported} link={link} /></dd></>}
      </dl>
    </>
  );
}

function Numbers({ edition, nodes, link }: { edition: Edition; nodes: readonly EditionNode[]; link: (to: string) => string }) {
  if (nodes.length === 0) return <>なし</>;
  return <ul class="tags">{nodes.map((node) => <li><a href={link(initiativeAddress(edition, node))} title={node.title} aria-label={`${node.number} ${node.title}`}>{node.number}</a></li>)}</ul>;
}
