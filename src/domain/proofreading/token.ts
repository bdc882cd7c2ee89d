/** A word of a text as the morphological dictionary (IPADIC) sees it. Offsets are UTF-16 code units of the text. */
export interface Token {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  /** 品詞: 名詞, 動詞, 助詞 … UNK where the dictionary does not know the word. */
  readonly pos: string;
  /** 品詞細分類１: サ変接続, 格助詞, 自立 … */
  readonly detail: string;
  /** 品詞細分類２: 助数詞, 引用 … */
  readonly detail2: string;
  /** 活用形: 連用形, 基本形 … */
  readonly form: string;
  /** 原形: 行う for 行い. The surface itself where the dictionary has none. */
  readonly base: string;
  /** 読み in katakana, where the dictionary knows the word. */
  readonly reading?: string;
}

/** Cuts a text into tokens that cover all of it in order. Handed in: the domain knows no dictionary. */
export type Tokenize = (text: string) => readonly Token[];

/** サ変名詞: 検討, 募集. */
export function isVerbalNoun(token: Token | undefined): boolean {
  return token?.pos === '名詞' && token.detail === 'サ変接続';
}

export function isParticle(token: Token | undefined, surface: string): boolean {
  return token?.pos === '助詞' && token.surface === surface;
}

/** A verb that stands on its own, する included; not ている or ておく. */
export function isVerb(token: Token | undefined): boolean {
  return token?.pos === '動詞' && token.detail === '自立';
}
