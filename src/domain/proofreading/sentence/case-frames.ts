/** Particles that a verb does not take for what it acts on, and the one that it takes. */
export interface CaseFrame {
  readonly wrong: readonly string[];
  readonly right: string;
}

/** に and never を: 要望に応じる. */
const takesNi = `
応じる 基づく 努める 達する 達す 資す 資する 応える 従う 沿う 携わる 立ち会う 立ち寄る 加わる 踏み切る 乗り出す 取り組む 取組む 至る 及ぶ つながる 繋がる 役立つ 親しむ 慣れる 陥る 根ざす 根差す 即する 臨む 関わる
属する 適する 類する 反する 接する 面する 値する 徹する 起因 由来 着手 寄与 貢献 参加 参画 出席 加入 配慮 留意 対応 直面 該当 適合 依存 合致 到達 隣接 従事 応募 専念 対処 精通 同意 賛同 賛成 反対 言及 尽力 注力 立脚
関連 適応 順応 所属 加盟 違反 居住 勤務 入居 入所 入学 進学 転居 特化 努力 苦慮 影響 成功 失敗 傾注する 協力 参入 参集 来場 来館 来庁 回帰 移住 立候補 匹敵 相当 直結 邁進 従属 帰属 起こる 生じさせる 近づく 気付く 役だつ 相談に乗る 触れる 打ち込む 歩み寄る 駆けつける 駆け付ける 備わる 先立つ 次ぐ 勝る 劣る
`;
/** を and never に, after a noun that means an action or a state: 向上を図る. */
const takesWo = '図る 踏まえる 講じる 講ずる 深める 促進 推進 強化 緩和 解消 軽減 抑制 削減 把握 拡充 充実 改善 高める 取り進める 招く 遂げる 収める 損なう 怠る 抱える 果たす';
/** を and never が, after a noun that means an action: 点検を行う. The passive (点検が行われる) takes が. */
const takesWoNotGa = '図る 行う 踏まえる 講じる 講ずる 深める 得る 目指す 進める 高める 実施 開始 怠る 抱える 設ける 図れる';

const split = (words: string): string[] => words.trim().split(/\s+/);

/** Verbs whose に is asked for with every noun. */
export const niVerbs: ReadonlySet<string> = new Set(split(takesNi));
export const woVerbs: ReadonlySet<string> = new Set(split(takesWo));
export const woNotGaVerbs: ReadonlySet<string> = new Set(split(takesWoNotGa));
/** Verbs that have に even where で, と or へ was typed: 計画に基づく. */
export const onlyNi: ReadonlySet<string> = new Set(['応じる', '基づく', '努める', '資する', '達する', '即する', '寄与', '着手']);
/** What is done together with somebody. */
export const withSomebody: ReadonlySet<string> = new Set(['連携', '協働', '連帯', '提携', '意見交換', '交流']);
/** Bodies and people. */
export const somebody = /(?:機関|団体|組織|協会|協議会|委員会|組合|会社|法人|企業|事業者|業者|大学|学校|警察|消防|病院|住民|市民|町民|区民|村民|保護者|関係者|自治会|町内会|農協|商工会|商工会議所|自治体|近隣市|ボランティア|NPO|専門家|地域|家庭|部署|医|医師|[^地]区|課|施設)$/;
