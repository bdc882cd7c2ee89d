import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';
import { caseUsage } from '../usage/case-usage.ts';
import { bare, type Predicate, predicates } from '../usage/predicate.ts';

/** A verb is judged by what was counted of it from so many occurrences on (in statutes; three in municipal prose). */
const leastTotal = 12;
/** How much likelier (natural logarithm) the other particle must be. */
const leastGain = 4.5;
/** And how large its share of the verb's occurrences. */
const leastShare = 0.08;

/** Particles that are mistaken for another, and by what they may have to be replaced. で and から are free with every verb, so nothing is said of them. */
const instead: Readonly<Record<string, readonly string[]>> = {
  が: ['を', 'に', 'と'], を: ['が', 'に', 'と'], に: ['を', 'と'], と: ['を', 'に'], へ: ['を', 'が', 'と'], の: ['を', 'に', 'と'], より: ['を', 'が', 'に', 'と'], への: ['に', 'を'], との: ['と', 'を'], での: ['で', 'を'], からの: ['から', 'を'], [bare]: ['を', 'が', 'に', 'と'],
};

export const unusualCase = sentenceRule({
  name: 'unusual-case', title: 'その動詞に普通は付かない助詞', family: 'sentence', level: 'advice', givesWay: true,
  catches: '「審査へ経て」「軽減をつなげた」「意見を多く出された」「申請に受け付けた」のように、動詞の直前の助詞が、公用文でその動詞（受け身、使役などの別を含む）にまず付かないもので、別の助詞なら普通の言い方になる箇所。',
  why: '助詞の打ち間違いは、文の形が整っているため見落としやすく、誰が何をしたのかが変わることがあるためです。付く助詞は、公用文を数えた表で判断します。',
  example: { wrong: '審議会の審査へ経て、計画を改めた。', right: '審議会の審査を経て、計画を改めた。' },
}, function* ({ tokens, text }) {
  for (const predicate of predicates(tokens)) {
    const particle = predicate.particle === null ? null : betterParticle(predicate, tokens);
    if (particle === null) {
      const far = fartherParticle(predicate, tokens);
      if (far !== null) yield { start: far.noun.start, end: far.particle.end, message: `「${far.noun.surface}${far.particle.surface}」は、後の「${text.text.slice(predicate.nounToken.end, predicate.end).replace(/^[^一-龠ぁ-ん]*/, '')}」に続かない形です。公用文では普通「${far.noun.surface}${far.better}」とします。助詞を確かめてください。` };
      continue;
    }
    const { start, end, noun } = predicate;
    const verb = text.text.slice(start + noun.length + (predicate.particle === bare ? 0 : predicate.particle!.length), end);
    yield { start, end, message: `「${text.text.slice(start, end)}」は、公用文では普通「${noun}${particle}${verb}」の形で使います。助詞を確かめてください。` };
  }
});

function betterParticle(predicate: Predicate, tokens: readonly Token[]): string | null {
  const { verb, noun } = predicate;
  const particle = predicate.particle!;
  const candidates = instead[particle];
  const usage = caseUsage();
  const total = usage.total(verb);
  if (candidates === undefined || total < leastTotal || usage.countOfNoun(verb, particle, noun) > 0 || !isFit(predicate, tokens)) return null;
  if (particle === 'へ' && (usage.count(verb, 'へ') > 0 || usage.count(verb, 'に') > total / 20)) return null;
  const own = (usage.count(verb, particle) + 0.3) / (total + 3);
  let best: { readonly particle: string; readonly gain: number } | null = null;
  for (const other of candidates) {
    const share = usage.count(verb, other) / (total + 3);
    const withNoun = usage.countOfNoun(verb, other, noun);
    if (share < leastShare || (withNoun === 0 && !isSure(particle, other, predicate))) continue;
    const gain = Math.log(share / own) + (withNoun > 0 ? 1.5 + Math.log(withNoun) / 2 : 0);
    if (gain > (best?.gain ?? leastGain)) best = { particle: other, gain };
  }
  return best?.particle ?? null;
}

/** So many occurrences of a noun with a verb are no chance; one in municipal prose counts as four. */
const often = 4;

/** 「助成の対象が高校生まで広げた」: an object of the same clause, some words before the verb, that has the particle of a subject; or the other way round. */
function fartherParticle({ verb, nounAt, nounToken, particle: near }: Predicate, tokens: readonly Token[]): { readonly noun: Token; readonly particle: Token; readonly better: string } | null {
  const usage = caseUsage();
  const total = usage.total(verb);
  // 「割合が３割を超えた」: what stands right before the verb is its object, and the farther one its subject.
  if (total < 3 * leastTotal || near === null || /^[がをのはも]/.test(near) || (near === bare && nounToken.detail2 !== '助数詞')) return null;
  const share = usage.count(verb, 'を') / total;
  let found: { readonly noun: Token; readonly particle: Token; readonly better: string } | null = null;
  for (let at = nounAt - 1; at > 0; at -= 1) {
    const [noun, particle] = [tokens[at - 1]!, tokens[at]!];
    if (/^(?:動詞|助動詞|形容詞)$/.test(particle.pos) || /^[、。「」（）はも]$/.test(particle.surface)) break;
    if (particle.pos !== '助詞' || !/^[がを]$/.test(particle.surface) || noun.pos !== '名詞' || noun.detail === '非自立' || noun.detail2 === '助数詞') continue;
    const better = particle.surface === 'が' ? 'を' : 'が';
    // Only the nearest of them is looked at: the one before it belongs to the clause as well.
    if (found !== null) return null;
    if (usage.countOfNoun(verb, better, noun.surface) < often || usage.countOfNoun(verb, particle.surface, noun.surface) > 0) return null;
    const fits = particle.surface === 'が' ? share > 0.4 && !doer.test(noun.surface) && usage.count(verb, 'が') < total / 20 : usage.count(verb, 'を') === 0;
    if (fits) found = { noun, particle, better };
  }
  return found;
}

const number = (token: Token | undefined) => token !== undefined && ((token.pos === '名詞' && token.detail === '数') || /^[0-9０-９,.，．一二三四五六七八九十百千万]+$/.test(token.surface));

/** Whether the noun is one of which the table can speak. */
function isFit({ particle, nounToken: { pos, detail, detail2, surface }, nounAt, next, verb }: Predicate, tokens: readonly Token[]): boolean {
  if (pos !== '名詞' || detail === '数' || /^[ぁ-ん]{1,2}$|^[A-Za-zＡ-Ｚａ-ｚァ-ヶー]+$|^[、。・（）「」]/.test(surface)) return false;
  const counted = detail2 === '助数詞' || detail2 === '副詞可能' || number(tokens[nounAt - 1]);
  if (counted && particle !== 'を' && particle !== 'へ') return false;
  // 「電子申請する」: a noun before a verbal noun makes one word with it.
  if (particle === bare && (/^(?:余り|程度|どおり|多め|以上)$/.test(surface) || verb.startsWith('向ける') || tokens[next]?.pos === '名詞')) return false;
  // 「発電と同時に設ける」
  if (particle === 'と' && /^(?:同時|共に|ともに|一緒|併せ)/.test(tokens[nounAt + 2]?.surface ?? '')) return false;
  if (particle === bare) return !/.する[受使可願益]?$/.test(verb) && !verb.startsWith('よる') && /^(?:サ変接続|一般|形容動詞語幹|接尾)$/.test(detail) && detail2 !== '形容動詞語幹' && (surface.length > 1 || detail === '接尾');
  // 「前提の置き方」「市の定める基準」: の belongs to the noun that comes.
  if (particle?.endsWith('の')) return tokens.slice(next, next + 5).find(({ pos: following, surface: word }) => following !== '助動詞' && following !== '動詞' && word !== 'て' && word !== 'で')?.pos !== '名詞';
  return true;
}

/** People and bodies do things: が suits them with every verb, と and に with many. */
const doer = /(?:員|者|人|師|長|士|官|課|部|局|室|係|署|市|町|村|県|国|会|校|館|所|園|社|団体|機関|組合|企業|法人|大学|[住市町区村]民|世帯|家庭|家族|児童|生徒|学生|子ども|子供|団|隊|側|班|チーム|グループ|センター|店|農家|名|組|庁|医|婦|親|年生|代|層|世代|方|皆さん)$/;

/** Whether the particle is wrong without the noun having been met with the other one. */
function isSure(particle: string, other: string, { noun, nounToken: { detail } }: Predicate): boolean {
  if (particle === 'に') return false;
  const isApart = /^(?:固有名詞|代名詞|非自立)$/.test(detail);
  if (particle === 'が') return other === 'を' && !isApart && !doer.test(noun);
  if (particle === 'と') return !isApart && !doer.test(noun) && !/^(?:ナイ形容詞語幹|副詞可能)$/.test(detail);
  return true;
}
