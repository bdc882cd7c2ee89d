import { type Facts, type IndicatorFacts, noValue } from './facts.ts';

/** What the pages of an edition say. @param pages below the year's address: about/index.html */
export function factsFromHtml(pages: ReadonlyMap<string, string>): Facts {
  const page = (path: string) => {
    const html = pages.get(path);
    if (html === undefined) throw new Error(`There is no page ${path}.`);
    return html;
  };
  const upper = sectionsOfTree(page('initiatives/index.html')).values();
  const leaves = [...page('initiatives/index.html').matchAll(/<a href="([^"]+?)\/index\.html"[^>]*>/g)].map(([, address = '']) => address).filter((address) => /^[^./]+$/.test(address));
  const items = new Map(leaves.map((number) => [number, itemOf(page(`initiatives/${number}/index.html`))]));
  // The tree as it is printed: headings and the items under them, in the order of the page.
  const order = [...page('initiatives/index.html').matchAll(/<h[2-6]>.*?<\/h[2-6]>|<li><span class="no">[^<]*<\/span><a href="([^"]+?)\/index\.html"/gs)];
  return {
    preface: [...page('about/index.html').matchAll(/<section aria-labelledby="([^"]*)"><h2[^>]*>(.*?)<\/h2>(.*?)<\/section>/gs)].filter(([, id]) => id !== 'facts_heading').map(([, , heading = '', body = '']) => ({ heading: text(heading), paragraphs: reported(body) })),
    elements: order.map(([, number]) => (number === undefined ? upper.next().value! : items.get(number)!)),
    indicators: indicatorRows(page('indicators/index.html')).map((row) => ({ ...row, ...indicatorOf(page(`indicators/${row.number}/index.html`)) })),
    notes: [...page('indicators/index.html').matchAll(/<p class="note">(※[^　]*)　(.*?)<\/p>/gs)].map(([, mark = '', note = '']) => ({ mark: text(mark), text: text(note) })),
  };
}

/** The text of a piece of HTML: tags away, entities back. */
export function text(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '');
}

/** Paragraphs that have an address of their own. */
function reported(html: string): string[] {
  return [...html.matchAll(/<(?:li|div) class="row" id="[^"]*">.*?<p>(.*?)<\/p>/gs)].map(([, paragraph = '']) => text(paragraph));
}

function plain(html: string): string[] {
  return [...html.matchAll(/<p>(.*?)<\/p>|<li>(.*?)<\/li>/gs)].map(([, paragraph, item]) => text(paragraph ?? item ?? ''));
}

type Element = Facts['elements'][number];

function sectionsOfTree(html: string): Element[] {
  return [...html.matchAll(/<h[2-6]>(.*?)<\/h[2-6]><div class="text">(.*?)<\/div>/gs)].map(([, heading = '', body = '']) => {
    const [label = '', ...title] = text(heading).split('　');
    return { label, title: title.join('　'), description: plain(body), report: [] };
  });
}

function itemOf(html: string): Element {
  const section = (id: string) => new RegExp(`<section aria-labelledby="${id}">(.*?)</section>`, 's').exec(html)?.[1] ?? '';
  return {
    label: text(/<p class="eyebrow">(.*?)<\/p>/s.exec(html)?.[1] ?? ''), title: text(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
    description: plain(section('plan_heading')), report: reported(section('report_heading')),
  };
}

function indicatorRows(html: string): Omit<IndicatorFacts, 'definition' | 'sentence'>[] {
  return [...html.matchAll(/<tr><td>(.*?)<\/td><th scope="row">(.*?)<\/th><td><p class="status[^"]*">(.*?)<\/p><\/td>(.*?)<\/tr>/gs)].map(([, number = '', title = '', status = '', figures = '']) => {
    const [baseline = '', current = '', target = ''] = [...figures.matchAll(/<td class="num">(.*?)<\/td>/gs)].map(([, figure = '']) => text(figure));
    return {
      number: text(number), title: text(title), status: text(status.replace(/<span aria-hidden="true">.*?<\/span> /s, '')).replace(/（速報値による）$/, ''),
      baseline: { printed: baseline }, current: noValue.test(current) ? null : { printed: current }, target: { printed: target },
    };
  });
}

/** The page of an indicator has its figures once more, with the heading of their columns. */
function indicatorOf(html: string): Pick<IndicatorFacts, 'definition' | 'sentence' | 'baseline' | 'current' | 'target'> {
  const table = /<section aria-labelledby="figures_heading">.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  const [baseline, current, target] = [...table.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="num">(.*?)<\/td>/gs)].map(([, label = '', printed = '']) => ({ label: text(label), printed: text(printed) }));
  if (!baseline || !current || !target) throw new Error('The table of figures has not three rows.');
  return {
    definition: text(/<section aria-labelledby="definition_heading">.*?<p class="text">(.*?)<\/p>/s.exec(html)?.[1] ?? ''), sentence: text(/<p class="lead">(.*?)<\/p>/s.exec(html)?.[1] ?? ''),
    baseline, current: noValue.test(current.printed) ? null : current, target,
  };
}
