import type { Edition, EditionNode } from '../domain/edition/edition.ts';
import { fateOf, originOf, successionNames } from '../domain/plan/succession.ts';
import { initiativeAddress, planAddress } from './address.ts';
import type { EditionSite } from './site-page.tsx';

type Link = (to: string) => string;

/** Where an item comes from and where it goes on, over the plans: from what the editions of both say. */
export function ItemSuccession({ site, node, link }: { site: EditionSite; node: EditionNode; link: Link }) {
  const { edition } = site.published;
  const own = node.relistingOf ?? node.id;
  const origin = edition.succession && originOf(edition.succession, own);
  return (
    <>
      {edition.succession && origin && (
        <>
          <dt>前の計画</dt>
          <dd>
            <PlanName title={edition.succession.from.title} edition={site.before} link={link} />　{successionNames[origin.kind]}
            {origin.from.length > 0 && <ul>{origin.from.map(({ id, number, title }) => <li><ItemLink edition={site.before} id={id} name={`${number} ${title}`} link={link} /></li>)}</ul>}
          </dd>
        </>
      )}
      {site.after.map((next) => <Onward next={next} own={own} link={link} />)}
    </>
  );
}

function Onward({ next, own, link }: { next: Edition; own: string; link: Link }) {
  const fate = next.succession && fateOf(next.succession, own);
  if (!fate) return null;
  return (
    <>
      <dt>次の計画</dt>
      <dd>
        <PlanName title={next.plan.title} edition={next} link={link} />　{successionNames[fate.kind]}{fate.reason && `（${fate.reason}）`}
        {fate.to.length > 0 && <ul>{fate.to.map((id) => <li><ItemLink edition={next} id={id} name={id} link={link} /></li>)}</ul>}
      </dd>
    </>
  );
}

function PlanName({ title, edition, link }: { title: string; edition: Edition | null; link: Link }) {
  return edition ? <a href={link(planAddress(edition.plan.id))}>{title}</a> : <>{title}</>;
}

/** A link where the other plan has a published page of the item; else the name alone. */
function ItemLink({ edition, id, name, link }: { edition: Edition | null; id: string; name: string; link: Link }) {
  const node = edition?.nodes.find((candidate) => candidate.id === id);
  return edition && node ? <a href={link(initiativeAddress(edition, node))}>{node.number} {node.title}</a> : <>{name}</>;
}
