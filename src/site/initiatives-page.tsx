import type { Edition, EditionNode } from '../domain/edition/edition.ts';
import { childrenOf, nodeLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { initiativeAddress, relativeLink, yearAddress } from './address.ts';
import { ended } from './item-life.tsx';
import { PlainText } from './reported-text.tsx';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** The whole tree of the plan as headings and lists, each branch with its description and its own address (#m1-d2). */
export function initiativesPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const address = `${yearAddress(edition)}initiatives/`;
  const link = (to: string) => relativeLink(address, to);
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }];
  return renderPage({ address, title: '計画の体系', assets, site, section: 'initiatives', crumbs }, (
    <>
      <h1>計画の体系</h1>
      {edition.plan.parents.length > 0 && <p class="lead">上位の計画など：{edition.plan.parents.map(({ title }) => title).join('　›　')}</p>}
      {childrenOf(edition, null).map((node) => <Element edition={edition} node={node} depth={0} link={link} />)}
    </>
  ));
}

function Element({ edition, node, depth, link }: { edition: Edition; node: EditionNode; depth: number; link: (to: string) => string }) {
  const lowest = edition.levels.at(-1)?.id;
  if (node.level === lowest) return <ul class="list"><Leaf edition={edition} node={node} link={link} /></ul>;
  const children = childrenOf(edition, node.id);
  const heading = `${nodeLabel(edition, node)}　${node.title}`;
  const body = (
    <>
      {depth === 0 ? <h2>{heading}</h2> : depth === 1 ? <h3>{heading}</h3> : <h4>{heading}</h4>}
      <PlainText paragraphs={node.description} />
      {children.every(({ level }) => level === lowest)
        ? <ul class="list">{children.map((child) => <Leaf edition={edition} node={child} link={link} />)}</ul>
        : children.map((child) => <Element edition={edition} node={child} depth={depth + 1} link={link} />)}
    </>
  );
  return depth === 0 ? <section id={node.id}>{body}</section> : <section id={node.id} class="nested">{body}</section>;
}

function Leaf({ edition, node, link }: { edition: Edition; node: EditionNode; link: (to: string) => string }) {
  return <li><span class="no">{node.number}</span><a href={link(initiativeAddress(edition, node))}>{node.title}</a>{ended(edition, node)}</li>;
}
