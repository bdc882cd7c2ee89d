/** What becomes of a table when everything is written as one archive. A table that is not here stops the export and fails a test. */
export type TableTreatment =
  /** Its rows are in every archive. */
  | { readonly kind: 'carried'; readonly meaning: string }
  /** Its rows are secrets of sign-in: only in an archive that is made to restore from. */
  | { readonly kind: 'secret'; readonly meaning: string; readonly reason: string }
  | { readonly kind: 'left-out'; readonly reason: string };

const carried = (meaning: string): TableTreatment => ({ kind: 'carried', meaning });
const secret = (meaning: string, reason: string): TableTreatment => ({ kind: 'secret', meaning, reason });
const leftOut = (reason: string): TableTreatment => ({ kind: 'left-out', reason });

/** Every table by its name in tables.md (those of schema `ayumi` without the schema), with its meaning for the reader of the archive. */
export const archivedTables: Readonly<Record<string, TableTreatment>> = {
  migration: leftOut('データの形の版。目録（manifest.json）の schema に書いています。'),
  migration_lock: leftOut('プログラムの内部だけで使います。'),

  municipality: carried('自治体'),
  department: carried('部署の識別子'),
  plan: carried('計画'),
  plan_printed_variant: carried('計画名の別表記'),
  plan_parent: carried('上位計画'),
  plan_level: carried('計画の階層'),
  plan_department: carried('計画に載っている部署'),
  plan_node: carried('計画の体系の要素'),
  plan_node_printed_variant: carried('要素名の別表記'),
  plan_node_paragraph: carried('要素の説明の段落'),
  plan_node_owner: carried('推進部署'),
  indicator: carried('指標'),
  indicator_series: carried('指標の系列'),
  indicator_node: carried('指標と要素の関連'),
  year_report: carried('年度の報告'),
  year_report_section: carried('報告の前文の見出し'),
  year_report_section_paragraph: carried('報告の前文の段落'),
  year_report_note: carried('報告の注'),
  measurement: carried('指標の測定値'),
  node_report: carried('要素ごとの取組状況'),
  node_report_reporter: carried('取組状況を報告した部署'),
  report_paragraph: carried('取組状況の段落'),
  edition: carried('公表した版の一覧。内容は editions にあります。'),
  audit_event: carried('監査記録。audit.ndjson にあります。'),

  'auth.user': carried('サインインする人'),
  'auth.session': leftOut('サインイン中の端末。書き出した先では意味を持ちません。'),
  'auth.account': secret('サインインの方法', 'パスワードのハッシュ値を含みます。'),
  'auth.verification': leftOut('数分で消える、サインインの途中の状態です。'),
  'auth.two_factor': secret('二段階目の認証', '認証アプリの鍵を含みます。'),
  'auth.sign_in_failure': leftOut('一日で消える、サインインの失敗の数です。'),
  person: carried('利用者'),
  post: carried('職'),

  round: carried('年度の照会'),
  deadline_change: carried('締切の変更とその理由'),
  request: carried('部署への照会と、回答の状態'),
  answer_version: carried('回答の全ての版'),
  answer_event: carried('提出、承認、差戻しなどの全ての手続'),
  digest: carried('督促'),
  proofreading_dictionary: carried('用字用語辞書'),
  proofreading_decision: carried('校閲の指摘についての決定'),
  meeting: carried('本部の会議'),
  agenda_item: carried('会議の議題'),
  decision: carried('本部の決定'),
  instruction: carried('本部指示'),
  instruction_department: carried('本部指示を受けた部署'),
  evidence: carried('証拠資料の一覧。ファイルは evidence にあります。'),
  evidence_removal: carried('証拠資料の削除'),
  reorganisation: carried('組織改正'),
  reorganisation_department: carried('組織改正の前後の部署'),
  reorganisation_successor: carried('計画の要素と指標を引き継いだ部署'),
  reorganisation_round: carried('組織改正が及んだ照会'),
  request_move: carried('部署の間で移った照会'),
  plan_change: carried('計画の変更（項目の追加、統合、中止、終了）'),
  plan_change_node: carried('計画の変更の対象'),
  plan_change_withdrawal: carried('取り消した計画の変更'),
  plan_succession: carried('前の計画からの移行'),
  plan_succession_item: carried('前の計画から引き継いだ項目'),
  plan_succession_ended: carried('引き継がなかった前の計画の項目'),

  opinion: carried('外部の意見'),
  opinion_version: carried('外部の意見の文（全ての版）'),
  opinion_response: carried('意見への対応'),
  opinion_publication: carried('意見を公表するかどうかの決定'),
  plan_upload: leftOut('取り込む途中の表計算のファイル。期限が来ると消えます。'),
  import_mapping: carried('自治体の表を計画として読んだときの対応表'),
};
