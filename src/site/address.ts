import type { Edition, EditionIndicator, EditionNode } from '../domain/edition/edition.ts';

/**
 * The address of a page as a folder from the root of the site: '' is the root, 'plans/x/2020/' an overview. Each page is the
 * index.html of its folder, so that an address without it is permanent on every web server, and the site works from a disk too.
 */
export type PageAddress = string;

export const plansAddress: PageAddress = '';

export function planAddress(planId: string): PageAddress {
  return `plans/${planId}/`;
}

/** A plan's fiscal year; every page and file of its edition stands below. */
export function yearAddress(edition: Pick<Edition, 'fiscalYear'> & { readonly plan: Pick<Edition['plan'], 'id'> }): PageAddress {
  return `${planAddress(edition.plan.id)}${edition.fiscalYear}/`;
}

/** The record of one edition of a year by its number: what stands there never changes, whatever corrects it later. */
export function editionAddress(edition: Parameters<typeof yearAddress>[0] & Pick<Edition, 'number'>): PageAddress {
  return `${yearAddress(edition)}editions/${edition.number}/`;
}

/** The editions of one year, whose records stand below. */
export function yearEditionsAddress(edition: Parameters<typeof yearAddress>[0]): PageAddress {
  return `${yearAddress(edition)}editions/`;
}

/** An initiative as it stands in the record of an edition; its paragraphs are #p1, #p2 … there for ever. */
export function recordInitiativeAddress(edition: Edition, { number }: Pick<EditionNode, 'number'>): PageAddress {
  return `${editionAddress(edition)}initiatives/${number}/`;
}

export function recordIndicatorAddress(edition: Edition, { number }: Pick<EditionIndicator, 'number'>): PageAddress {
  return `${editionAddress(edition)}indicators/${number}/`;
}

/** The 正誤表 of a correction. */
export function errataAddress(edition: Parameters<typeof editionAddress>[0]): PageAddress {
  return `${editionAddress(edition)}errata/`;
}

/** Leads to the newest year, whichever it is: initiatives and indicators by number stand below. */
export function latestAddress(planId: string): PageAddress {
  return `${planAddress(planId)}latest/`;
}

/** All editions of a plan. */
export function editionsAddress(planId: string): PageAddress {
  return `${planAddress(planId)}editions/`;
}

/** The policy and the results of the accessibility tests. */
export const accessibilityAddress: PageAddress = 'accessibility/';

/** How cards of the newest year are embedded in other sites; the cards stand below. */
export function cardsAddress(planId: string): PageAddress {
  return `${planAddress(planId)}cards/`;
}

/** The same of one year, whichever is the newest. */
export function yearCardsAddress(edition: Parameters<typeof yearAddress>[0]): PageAddress {
  return `${yearAddress(edition)}cards/`;
}

/** @param cards of the newest year, or of one */
export function indicatorCardAddress(cards: PageAddress, { number }: Pick<EditionIndicator, 'number'>): PageAddress {
  return `${cards}indicators/${number}/`;
}

/** @param cards of the newest year, or of one */
export function initiativeCardAddress(cards: PageAddress, { number }: Pick<EditionNode, 'number'>): PageAddress {
  return `${cards}initiatives/${number}/`;
}

/** Whether the file is a card, which other sites may show in a frame. */
export function isCard(path: string): boolean {
  return /^plans\/[^/]+\/(?:\d+\/)?cards\/(?:indicators|initiatives)\/[^/]+\//.test(path);
}

/** Files of the whole site that pages lead to, below its root. */
export const editionSchemaPath = 'schema/ayumi-edition-1.schema.json';
export const feedPath = 'feed.atom';

/** The catalogue of a city's open data, by its code. */
export function catalogPath(code: string): string {
  return `catalog/${code}.jsonld`;
}

export function initiativeAddress(edition: Edition, node: Pick<EditionNode, 'number'>): PageAddress {
  return `${yearAddress(edition)}initiatives/${node.number}/`;
}

export function indicatorAddress(edition: Edition, indicator: Pick<EditionIndicator, 'number'>): PageAddress {
  return `${yearAddress(edition)}indicators/${indicator.number}/`;
}

export function departmentAddress(edition: Edition, departmentId: string): PageAddress {
  return `${yearAddress(edition)}departments/${departmentId}/`;
}

/** From one page to another page or file of the site, relative, so that the site works under any path and from a disk. */
export function relativeLink(from: PageAddress, to: string): string {
  const up = from.split('/').slice(0, -1);
  const [path = '', fragment] = to.split('#');
  const down = path.split('/');
  let same = 0;
  while (same < up.length && same < down.length - 1 && up[same] === down[same]) same += 1;
  const relative = '../'.repeat(up.length - same) + down.slice(same).join('/');
  const file = relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative;
  return fragment === undefined ? file : `${file}#${fragment}`;
}
