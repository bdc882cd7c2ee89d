import type { Problem } from '../../domain/problem/problem.ts';

/** Why a file is not read, in words for the clerk who sent it. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
  readonly problem: Problem;

  constructor(code: RefusalCode, detail?: string) {
    const [message, fix] = sentences[code];
    const filled = message.replace('%', detail ?? '');
    super(filled);
    this.problem = { code, message: filled, fix, path: [] };
  }
}

const saveAs = 'Excelで開き、「名前を付けて保存」で「Excelブック（*.xlsx）」を選んで保存し直したものを指定してください。';
const smaller = '計画の表だけを新しいブックに写し、使っていない行、列、シートを除いて保存し直してください。';
const again = 'ファイルをもう一度受け取るか、Excelで開いて「名前を付けて保存」で保存し直してください。';

const sentences = {
  'not-found': ['ファイルがありません。', 'ファイルの場所と名前を確かめてください。'],
  'not-a-file': ['ファイルではありません。', 'フォルダーではなく、Excelブック（.xlsx）かCSVのファイルを指定してください。'],
  'unreadable-file': ['ファイルを読み取れません。', '読み取る権限があるか、Excelで開いたままになっていないかを確かめてください。'],
  'empty-file': ['ファイルが空です（0バイト）。', again],
  'file-too-large': ['ファイルが大きすぎます（%MB）。', `30MB以下にしてください。${smaller}`],
  encrypted: ['パスワードが付いているため、読み取れません。', 'Excelで開き、「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」でパスワードを空にして保存し直してください。'],
  'old-xls': ['古い形式のExcelブック（.xls）です。ファイル名を変えても形式は変わりません。', saveAs],
  'binary-xlsb': ['バイナリ形式のExcelブック（.xlsb）です。', saveAs],
  macros: ['マクロを含むExcelブック（.xlsmなど）のため、受け付けません。', `${saveAs}マクロは取り除かれます。`],
  pdf: ['PDFです。ファイル名を変えてもExcelブックにはなりません。', 'PDFの元になったExcelブック（.xlsx）かCSVを指定してください。'],
  word: ['Wordの文書です。', '表をExcelに写し、Excelブック（.xlsx）として保存したものを指定してください。'],
  'power-point': ['PowerPointの資料です。', '表をExcelに写し、Excelブック（.xlsx）として保存したものを指定してください。'],
  ods: ['OpenDocument形式の表（.ods）です。', 'Excelか LibreOffice で開き、「Excelブック（.xlsx）」として保存し直したものを指定してください。'],
  html: ['Webページ（HTML）です。他のシステムから「.xls」の名前で出力されたものに、よくあります。', saveAs],
  'xml-spreadsheet': ['XML形式の表です。', saveAs],
  image: ['画像です。', '表が入力されたExcelブック（.xlsx）かCSVを指定してください。'],
  'other-archive': ['Excelブックではない圧縮ファイルです。', '圧縮を解いて、中のExcelブック（.xlsx）かCSVを一つずつ指定してください。'],
  'old-word': ['古い形式のOffice文書で、Excelブックではありません。', saveAs],
  'not-a-workbook': ['ExcelブックでもCSVでもありません。', 'Excelブック（.xlsx）かCSVのファイルを指定してください。'],
  'broken-zip': ['ファイルが壊れています（%）。', again],
  'broken-workbook': ['Excelブックの中身が壊れています（%）。', again],
  'unsafe-name': ['ファイルの中に、外のフォルダーを指す名前（%）があるため、受け付けません。', '受け取った相手に確かめ、Excelで保存し直したものを指定してください。'],
  'entity-declaration': ['Excelが作らない宣言（%）が含まれているため、受け付けません。', '受け取った相手に確かめ、Excelで保存し直したものを指定してください。'],
  'inflates-too-large': ['展開すると大きすぎます（上限%MB）。', smaller],
  'too-many-entries': ['ファイルの中の部品が多すぎます（上限%個）。', smaller],
  'too-many-cells': ['セルが多すぎます（上限%個）。罫線や色だけのセルも数えています。', smaller],
  'too-many-filled': ['文字や数の入ったセルが多すぎます（上限%個）。', smaller],
  'too-many-merges': ['結合されたセルが多すぎます（上限%か所）。', smaller],
  'too-many-strings': ['文字の量が多すぎます（上限%）。', smaller],
  'too-many-sheets': ['シートが多すぎます（上限%枚）。', smaller],
  'too-complex': ['中身が複雑すぎます（%）。', smaller],
  'no-sheet': ['読み取れるワークシートがありません。', '表が入力されたワークシートがあるブックを指定してください（グラフだけのシートは読み取れません）。'],
  'unknown-encoding': ['文字コードを判別できません（UTF-8でもShift_JISでもありません）。', 'Excelで開き、「CSV UTF-8（コンマ区切り）（*.csv）」を選んで保存し直してください。'],
  'open-quote': ['%行目から始まる「"」が閉じていません。', 'その行の「"」の数を確かめるか、Excelで開いて保存し直してください。'],
  'out-of-time': ['読み取りが%秒以内に終わらなかったため、中止しました。', smaller],
  'out-of-memory': ['読み取りに必要なメモリーが上限（%MB）を超えたため、中止しました。', smaller],
  'reader-failed': ['ファイルを読み取れませんでした。', `${again}それでも読み取れないときは、システムの担当者に連絡してください。`],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type RefusalCode = keyof typeof sentences;
