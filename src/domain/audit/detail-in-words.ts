import { stateNames } from '../approval/transitions.ts';
import { roleNames, roles } from '../organization/post.ts';
import type { AuditDetail } from './audit-event.ts';

/** What the parts of an entry are called. A part that is not here keeps its own name. */
const names: Readonly<Record<string, string>> = {
  address: '接続元', method: '方法', authentication: '認証の手段', step: '段階', lockedUntil: '停止の終わり', reason: '理由', sessions: '端末数', endedSessions: 'サインアウトさせた端末数', begun: 'サインイン',
  staffNumber: '職員番号', name: '氏名', email: 'メールアドレス', demo: '見本の人物', posts: '役割', role: '役割', postTitle: '職名', department: '部署', from: '始まり', until: '終わり', before: '変更前', after: '変更後',
  fiscalYear: '年度', number: '版', hash: '要約値', request: '照会', requests: '照会の数', subject: '対象', to: '変更後の状態', version: '履歴の番号', note: '理由の記載', paragraph: '段落',
  departmentDeadline: '担当者の締切', headDeadline: '所属長の締切', kind: '種類', merged: '統合した照会の数', ended: '終了', made: '開始',
  meeting: '会議', item: '議題', title: '題名', paper: '資料', heldOn: '開催日', assessment: '評価', instruction: '本部指示', answerIn: '回答する年度', opinion: '意見', response: '対応', body: '機関', statedOn: '述べられた日', decidedOn: '決めた日', published: '公表',
  byDeputy: '代決', unlockedUntil: '入力期限', plan: '計画', reports: '報告', changes: '変更', count: '件数', evidence: '証拠資料', size: 'バイト数', attempted: '操作', unaccepted: '未受理の数', code: '拒否の種類',
  municipality: '全国地方公共団体コード', firstReiwaYear: '2019年度の呼び方', digits: '年度の数字', source: '元のファイル', file: 'ファイル名',
  document: '文書', base: '元の版', cause: '保存のきっかけ', content: '内容の要約値', asked: '求める内容', scale: '評価の段階', allowUnassigned: '担当のない項目を認める', restored: '戻した版', codes: '拒否の種類', id: '識別子',
  progress: '取組状況', selfAssessment: '自己評価', issues: '課題', nextYear: '翌年度の予定', effects: '効果額',
  successor: '引き継いだ部署', rule: '規則', quote: '指摘した語', suggestion: '直した後の語', verdict: '決定', words: '用字用語',
};

const words: Readonly<Record<string, string>> = {
  ...stateNames, 'unanswered-list': '未回答の一覧', papers: '会議資料', minutes: '会議録', forbidden: '権限がない', required: '必須', optional: '任意', 'not-asked': '求めない', save: '下書き', submit: '提出', correct: '事務局の修正', restore: '以前の版に戻した', workbook: 'Excelからの取込み',
  password: 'パスワード', 'password-and-code': 'パスワードと確認コード', 'password-and-recovery-code': 'パスワードと回復コード', demonstration: '見本の入口', oidc: '職員認証サービス',
  'oidc-cancelled': 'サービスでの取消し', 'oidc-attempt-lost': '手続きの中断', 'oidc-not-verified': '回答を確かめられない', 'oidc-no-staff-number': '職員番号が届かない', 'oidc-unknown-person': '登録のない職員', 'oidc-unreachable': '接続できない',
  establish: '新設', rename: '名称変更', split: '分割', merge: '統合', abolish: '廃止',
  'second-step': '2段階認証', idle: '操作がない時間の超過', 'not-an-error': '誤りではない', 'left-as-it-is': '今回はこのまま公表する', age: '12時間の経過', ...Object.fromEntries(roles.map((role) => [role, roleNames[role]])),
};

/** What an entry carries, on one line for a reader; the log itself keeps it as it was written. */
export function detailInWords(value: AuditDetail): string {
  if (value === null || value === '') return 'なし';
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return words[value] ?? value;
  if (Array.isArray(value)) return value.length === 0 ? 'なし' : (value as readonly AuditDetail[]).map((member) => bracketed(member)).join('、');
  return Object.entries(value).map(([key, member]) => `${nameOf(key, member)}：${bracketed(member)}`).join('　');
}

/** A step goes from one state to another; a post begins on a day. */
function nameOf(key: string, member: AuditDetail): string {
  if (key === 'from' && typeof member === 'string' && Object.hasOwn(stateNames, member)) return '変更前の状態';
  return names[key] ?? key;
}

function bracketed(value: AuditDetail): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? `（${detailInWords(value)}）` : detailInWords(value);
}
