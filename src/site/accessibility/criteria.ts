// What was checked by hand on the public pages, criterion by criterion. Names after JIS X 8341-3:2016 and the Japanese translation of
// WCAG 2.2 (waic.jp). It says what was done and nothing else: what nobody has looked at is 'not-checked'.

export type CheckResult = 'meets' | 'not-applicable' | 'not-checked';

export interface Criterion {
  /** 1.1.1 */
  readonly number: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  /** Where the criterion came in. 2.0 is what JIS X 8341-3:2016 holds. */
  readonly since: '2.0' | '2.1' | '2.2';
  readonly result: CheckResult;
  /** What a person or a test of our own did, and what was seen. */
  readonly how: string;
}

/** When the checks by hand were done, and with what. */
export const manualChecks = { date: '2026-11-28', with: 'Chromium（Linux）、キーボード、強制カラーモード、印刷プレビュー' } as const;

const noMedia = '動画及び音声はありません。';
const noInput = '入力欄は検索だけで、入力を拒むことはありません。';

export const criteria: readonly Criterion[] = [
  { number: '1.1.1', name: '非テキストコンテンツ', level: 'A', since: '2.0', result: 'meets', how: '画像は道のり図（SVG）だけです。全ての図に、判定を示す題名と、判定の理由を述べる説明文があることを自動試験で、説明文が図の伝える内容と合うことを目視で確かめました。' },
  { number: '1.2.1', name: '音声だけ及び映像だけ（収録済み）', level: 'A', since: '2.0', result: 'not-applicable', how: noMedia },
  { number: '1.2.2', name: 'キャプション（収録済み）', level: 'A', since: '2.0', result: 'not-applicable', how: noMedia },
  { number: '1.2.3', name: '音声解説又はメディアに対する代替コンテンツ（収録済み）', level: 'A', since: '2.0', result: 'not-applicable', how: noMedia },
  { number: '1.2.4', name: 'キャプション（ライブ）', level: 'AA', since: '2.0', result: 'not-applicable', how: noMedia },
  { number: '1.2.5', name: '音声解説（収録済み）', level: 'AA', since: '2.0', result: 'not-applicable', how: noMedia },
  { number: '1.3.1', name: '情報及び関係性', level: 'A', since: '2.0', result: 'meets', how: '見出し、表の見出しセル、箇条書、ランドマークの付け方を、ソースの目視と、全ページの自動試験（見出しの順、h1の数、参照先の有無）で確かめました。' },
  { number: '1.3.2', name: '意味のあるシーケンス', level: 'A', since: '2.0', result: 'meets', how: 'スタイルシートを外した状態で、文章が読む順に並ぶことを目視で確かめました。' },
  { number: '1.3.3', name: '感覚的な特徴', level: 'A', since: '2.0', result: 'meets', how: '形、位置及び色だけを手掛かりとする案内がないことを、目視で確かめました。' },
  { number: '1.4.1', name: '色の使用', level: 'A', since: '2.0', result: 'meets', how: '判定は、必ず言葉と印で示しています。リンクには下線か枠があります。白黒印刷で見分けられることを目視で確かめました。' },
  { number: '1.4.2', name: '音声の制御', level: 'A', since: '2.0', result: 'not-applicable', how: noMedia },
  { number: '1.4.3', name: 'コントラスト（最低限レベル）', level: 'AA', since: '2.0', result: 'meets', how: '自動試験に加え、図の中の文字の色を計算して確かめました（最も低いもので7.8対１）。' },
  { number: '1.4.4', name: 'テキストのサイズ変更', level: 'AA', since: '2.0', result: 'meets', how: '200％の拡大と、文字だけを２倍にした表示で、横のスクロールや欠けがないことを自動試験で確かめました。' },
  { number: '1.4.5', name: '文字画像', level: 'AA', since: '2.0', result: 'meets', how: '文字画像はありません。図の中の文字は、テキストです。' },
  { number: '2.1.1', name: 'キーボード', level: 'A', since: '2.0', result: 'meets', how: '主な種類のページで、Tabキーだけで全てのリンク、入力欄及び横に動かせる表に届くことを自動試験で確かめました。' },
  { number: '2.1.2', name: 'キーボードトラップなし', level: 'A', since: '2.0', result: 'meets', how: '同じ試験で、どこからも次に進めることを確かめました。' },
  { number: '2.2.1', name: 'タイミング調整可能', level: 'A', since: '2.0', result: 'not-applicable', how: '制限時間はありません。「最新の年度」の番地は、待ち時間なしで移動します。' },
  { number: '2.2.2', name: '一時停止、停止及び非表示', level: 'A', since: '2.0', result: 'not-applicable', how: '動くもの、点滅するもの及び自動で更新するものはありません。' },
  { number: '2.3.1', name: '３回のせん（閃）光又はしきい（閾）値以下', level: 'A', since: '2.0', result: 'not-applicable', how: '点滅するものはありません。' },
  { number: '2.4.1', name: 'ブロックスキップ', level: 'A', since: '2.0', result: 'meets', how: '「本文へ進む」で、キーボードの位置が本文に移ることを自動試験で確かめました。' },
  { number: '2.4.2', name: 'ページタイトル', level: 'A', since: '2.0', result: 'meets', how: '全ページに、内容を表し、ほかのページと異なる題名があることを自動試験で確かめました。' },
  { number: '2.4.3', name: 'フォーカス順序', level: 'A', since: '2.0', result: 'meets', how: 'Tabキーで進む順が文書の順と同じことを、自動試験で確かめました。' },
  { number: '2.4.4', name: 'リンクの目的（コンテキスト内）', level: 'A', since: '2.0', result: 'meets', how: '主な種類のページのリンクの名称を書き出し、行き先が分かることを目視で確かめました。番号だけのリンクには、題名を含む名称を付けています。' },
  { number: '2.4.5', name: '複数の手段', level: 'AA', since: '2.0', result: 'meets', how: '体系、一覧、指標、部署及び検索から、どのページにも行けます。' },
  { number: '2.4.6', name: '見出し及びラベル', level: 'AA', since: '2.0', result: 'meets', how: '見出し及びラベルが内容を表すことを、目視で確かめました。' },
  { number: '2.4.7', name: 'フォーカスの可視化', level: 'AA', since: '2.0', result: 'meets', how: '黒い枠と黄色の縁取りで示すことを、自動試験と目視（強制カラーモードを含む。）で確かめました。' },
  { number: '3.1.1', name: 'ページの言語', level: 'A', since: '2.0', result: 'meets', how: '全ページが日本語（lang="ja"）であることを自動試験で確かめました。' },
  { number: '3.1.2', name: '一部分の言語', level: 'AA', since: '2.0', result: 'meets', how: '日本語以外の文章はありません（固有名詞及び専門用語を除く。）。' },
  { number: '3.2.1', name: 'フォーカス時', level: 'A', since: '2.0', result: 'meets', how: 'フォーカスだけで動くものがないことを確かめました。' },
  { number: '3.2.2', name: '入力時', level: 'A', since: '2.0', result: 'meets', how: '検索の言葉を入力すると結果を表示しますが、ページは移動せず、フォーカスも動かないことを確かめました。' },
  { number: '3.2.3', name: '一貫したナビゲーション', level: 'AA', since: '2.0', result: 'meets', how: '全ページの上部の案内が同じ順に並ぶことを、目視で確かめました。' },
  { number: '3.2.4', name: '一貫した識別性', level: 'AA', since: '2.0', result: 'meets', how: '同じ働きのリンクに同じ名称を用いていることを、目視で確かめました。' },
  { number: '3.3.1', name: 'エラーの特定', level: 'A', since: '2.0', result: 'not-applicable', how: noInput },
  { number: '3.3.2', name: 'ラベル又は説明', level: 'A', since: '2.0', result: 'meets', how: '検索の入力欄に、ラベルと使い方の説明があります。' },
  { number: '3.3.3', name: 'エラー修正の提案', level: 'AA', since: '2.0', result: 'not-applicable', how: noInput },
  { number: '3.3.4', name: 'エラー回避（法的、金融及びデータ）', level: 'AA', since: '2.0', result: 'not-applicable', how: '申込み、支払その他の手続はありません。' },
  { number: '4.1.1', name: '構文解析', level: 'A', since: '2.0', result: 'meets', how: '見本の全ページと、記号や特殊な文字を含む計画のページを、HTMLの検証ツール（html-validate）の標準の規則で確かめました。' },
  { number: '4.1.2', name: '名前（name）、役割（role）及び値（value）', level: 'A', since: '2.0', result: 'meets', how: '標準のHTMLの部品だけを用いています。名称と役割を自動試験で確かめました。' },
  { number: '1.3.4', name: '表示の向き', level: 'AA', since: '2.1', result: 'meets', how: '縦向きと横向きのどちらでも使えます。' },
  { number: '1.3.5', name: '入力目的の特定', level: 'AA', since: '2.1', result: 'meets', how: '利用者自身に関する入力欄はありません。検索の入力欄の指定を、自動試験で確かめました。' },
  { number: '1.4.10', name: 'リフロー', level: 'AA', since: '2.1', result: 'meets', how: '幅320ピクセルで、全ページに横のスクロールがないことを自動試験で確かめました。列の多い表だけは、表の中で横に動かせます。' },
  { number: '1.4.11', name: '非テキストのコントラスト', level: 'AA', since: '2.1', result: 'meets', how: '図の線と印、入力欄の枠及びフォーカスの枠の色を計算して確かめました（最も低いもので3.2対１）。' },
  { number: '1.4.12', name: 'テキストの間隔', level: 'AA', since: '2.1', result: 'meets', how: '規定の行間、字間及び段落の間隔にしても、欠けや重なりがないことを自動試験で確かめました。' },
  { number: '1.4.13', name: 'ホバー又はフォーカスで表示されるコンテンツ', level: 'AA', since: '2.1', result: 'not-applicable', how: '作り込んだものはありません（ブラウザーが表示する題名を除く。）。' },
  { number: '2.1.4', name: '文字キーのショートカット', level: 'A', since: '2.1', result: 'not-applicable', how: 'ショートカットはありません。' },
  { number: '2.5.1', name: 'ポインタのジェスチャ', level: 'A', since: '2.1', result: 'not-applicable', how: '複数の指や軌跡による操作はありません。' },
  { number: '2.5.2', name: 'ポインタのキャンセル', level: 'A', since: '2.1', result: 'meets', how: '標準のリンクとボタンだけを用いています。' },
  { number: '2.5.3', name: 'ラベルを含む名前（name）', level: 'A', since: '2.1', result: 'meets', how: '名称を別に付けたリンクが、表示している文字を含むことを、自動試験で確かめました。' },
  { number: '2.5.4', name: '動きによる起動', level: 'A', since: '2.1', result: 'not-applicable', how: '動きによる操作はありません。' },
  { number: '4.1.3', name: 'ステータスメッセージ', level: 'AA', since: '2.1', result: 'meets', how: '検索結果の件数を、フォーカスを動かさずに伝える指定（aria-live）があることを確かめました。読み上げそのものは確認していません。' },
  { number: '2.4.11', name: 'フォーカスが隠れない（最低限）', level: 'AA', since: '2.2', result: 'meets', how: '画面に固定した部品がなく、フォーカスのあるものが常に見えることを自動試験で確かめました。' },
  { number: '2.5.7', name: 'ドラッグ動作', level: 'AA', since: '2.2', result: 'not-applicable', how: 'ドラッグによる操作はありません。' },
  { number: '2.5.8', name: 'ターゲットのサイズ（最低限）', level: 'AA', since: '2.2', result: 'meets', how: '24ピクセル以上の大きさか間隔があることを自動試験で確かめました。' },
  { number: '3.2.6', name: '一貫したヘルプ', level: 'A', since: '2.2', result: 'not-applicable', how: '問合せの仕組みは、このページ群にはありません。' },
  { number: '3.3.7', name: '冗長な入力', level: 'A', since: '2.2', result: 'not-applicable', how: '続けて入力する手順はありません。' },
  { number: '3.3.8', name: 'アクセシブルな認証（最低限）', level: 'AA', since: '2.2', result: 'not-applicable', how: '公開ページに認証はありません。' },
];

/** What no test and no person of the project has done yet. It is said on the page as it stands here. */
export const notChecked: readonly string[] = [
  '実際の読み上げソフト（NVDA、PC-Talker、VoiceOver、TalkBackなど）による確認',
  '障害のある方、高齢の方による利用者試験',
  'Chromium以外のブラウザー（Firefox、Safari）による確認',
  '第三者による試験',
];
