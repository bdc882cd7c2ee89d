/**
 * Nouns made of two verbs, with all their kana, and the form of 公用文 (「公用文における漢字使用等について」平成22年内閣訓令第１号 and
 * 「送り仮名の付け方」通則６, 7). Where only one form is given, 公用文 keeps all kana.
 */
const list = `
取り組み:取組 手続き:手続 申し込み:申込み 問い合わせ:問合せ 打ち合わせ:打合せ 受け入れ:受入れ 受け付け:受付 受け渡し:受渡し 引き継ぎ:引継ぎ 引き上げ:引上げ 引き下げ:引下げ 引き渡し:引渡し 引き受け:引受け 引き取り:引取り
取り扱い:取扱い 取り替え:取替え 取り消し:取消し 取り壊し:取壊し 取り下げ:取下げ 取り立て:取立て 取り付け:取付け 取り崩し:取崩し 取り決め:取決め 取り次ぎ:取次ぎ 取り締まり:取締り 切り替え:切替え 切り離し:切離し
入れ替え:入替え 貸し出し:貸出し 貸し付け:貸付け 借り入れ:借入れ 借り換え:借換え 買い換え:買換え 買い取り:買取り 買い入れ:買入れ 売り払い:売払い 積み立て:積立て 積み替え:積替え 差し押さえ:差押え 差し引き:差引き 差し止め:差止め
組み合わせ:組合せ 組み立て:組立て 組み替え:組替え 組み入れ:組入れ 繰り越し:繰越し 繰り入れ:繰入れ 繰り上げ:繰上げ 繰り延べ:繰延べ 書き換え:書換え 読み替え:読替え 見積もり:見積り 見合わせ:見合せ 割り当て:割当て 割り増し:割増し
立ち会い:立会い 立ち入り:立入り 立て替え:立替え 据え置き:据置き 備え付け:備付け 埋め立て:埋立て 払い込み:払込み 払い戻し:払戻し 払い下げ:払下げ 持ち込み:持込み 呼び出し:呼出し 話し合い:話合い 申し出:申出 申し立て:申立て 申し入れ:申入れ 申し合わせ:申合せ
届け出:届出 締め切り:締切り 支払い:支払 貼り付け:貼付け 乗り換え:乗換え 刈り取り:刈取り 振り替え:振替え 振り込み:振込み 雇い入れ:雇入れ 譲り受け:譲受け 譲り渡し:譲渡し 戻し入れ:戻入れ 売り上げ:売上げ 植え付け:植付け 追い越し:追越し 置き換え:置換え
建て替え:建替え 張り替え:張替え 掛け替え:掛替え 付け替え:付替え 載せ替え:載替え 洗い出し:洗い出し 掘り起こし:掘り起こし 立ち上げ:立ち上げ 見直し:見直し 聞き取り:聞き取り 読み取り:読み取り 書き込み:書き込み 盛り込み:盛り込み 振り返り:振り返り 落ち着き:落ち着き
`;

export interface CompoundNoun {
  /** 取り組み. */
  readonly full: string;
  /** 取組. */
  readonly official: string;
  /** Every way of leaving out kana, as one pattern. */
  readonly pattern: string;
}

export const compoundNouns: readonly CompoundNoun[] = list.trim().split(/\s+/).map((line) => {
  const [full = '', official = ''] = line.split(':');
  const pattern = full.replace(/[ぁ-ん]+/g, (kana) => (kana.length === 1 ? `${kana}?` : `(?:${kana}|${kana.slice(1)}|${kana.slice(0, 1)})?`));
  return { full, official, pattern };
});

/** What shows that the word is a noun here: a particle or a bracket follows, and no comma (「取り組み、」 is a verb). */
export const asNoun = '(?=を|が|の(?!り)|は(?!じ)|も|へ|に(?!く)|や|等|など|・|」|）|及び|並びに|状況|項目|内容|件数)';
