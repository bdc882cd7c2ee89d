import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadCityProofreading, storeDictionary } from '../database/proofreading-store.ts';
import { writeTransaction } from '../database/transaction.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import { actorOn } from './answer-steps.ts';
import { type DecisionOutcome, onlySecretariat, refuse, refused } from './decide-finding.ts';

export interface SaveDictionaryRequest {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly planId: string;
  /** YAML in the format of prh, as typed. */
  readonly source: string;
  /** The source as it was read, without a problem. */
  readonly dictionary: Dictionary;
  /** The source that was on the screen. */
  readonly before: string;
}

/** No city has so many words of its own. Characters. */
const longestSource = 300_000;

/** Keeps the city's own words; they count from now on, before every rule. */
export function saveCityDictionary(db: Database, { actor, today, planId, source, dictionary, before }: SaveDictionaryRequest): Promise<DecisionOutcome> {
  return writeTransaction(db, async (trx) => {
    if (!holds(actorOn(actor, today), 'secretariat')) return refuse(trx, actor, planId, 'save-dictionary', onlySecretariat);
    const city = await loadCityProofreading(trx, planId);
    if (!city) return refused({ code: 'unknown-plan', message: 'この計画はありません。', fix: 'アドレスを確かめてください。' });
    if (source.length > longestSource) return refused({ code: 'too-large', message: '用字用語辞書が長すぎます。', fix: `${longestSource.toLocaleString('ja-JP')}文字以内にしてください。` });
    const kept = storableText(source);
    if (kept === city.dictionarySource) return { outcome: 'done' };
    if (storableText(before) !== city.dictionarySource) return refused({ code: 'conflict', message: '書いている間に、ほかの人が用字用語辞書を保存しました。', fix: '下の内容を控え、ページを読み直して、もう一度書いてください。' });
    await storeDictionary(trx, city.municipality, kept, actor.personId);
    // The words, so that the log shows what was right when; the whole text would be copied at each change of a word.
    await appendAudit(trx, { actor: actor.staffNumber, action: 'save-dictionary', planId, details: { count: dictionary.entries.length, words: dictionary.entries.map(({ expected }) => storableText(expected)) } });
    return { outcome: 'done' };
  });
}
