/** What was done, as a clerk says it. An action that is not here is shown by its own name. */
export const auditActionNames: Readonly<Record<string, string>> = {
  'sign-in': 'サインイン', 'sign-in-failed': 'サインインの失敗', 'sign-in-locked': 'サインインの停止（失敗の繰り返し）', 'sign-in-refused': '停止中のサインインの試み',
  'sign-out': 'サインアウト', 'session-expired': 'サインインの期限切れ', 'revoke-session': '端末のサインアウト',
  'add-person': '利用者の登録', 'change-person': '利用者の変更', 'give-post': '役割の追加', 'end-post': '役割の終了', 'withdraw-post': '役割の取消し', 'title-post': '職名の変更',
  'change-password': 'パスワードの変更', 'reset-password': '仮のパスワードの発行',
  'set-up-second-step': '2段階認証の設定', 'remove-second-step': '2段階認証の解除', 'renew-recovery-codes': '回復コードの作り直し',
  'set-municipality': '自治体の登録', 'import-plan': '計画の取込み', 'export-plan': '計画の書出し', 'export-document': '一覧・会議資料の書出し', 'export-archive': '全ての記録の書出し', 'export-folder': '公開フォルダーの書出し', 'import-archive': '全ての記録の取込み', 'publish-edition': '版の公表', 'change-plan': '計画の変更の記録', 'withdraw-plan-change': '計画の変更の取消し', 'succeed-plan': '次期計画への移行', 'show-decisions': '本部の決定の掲載の変更', refusal: '操作の拒否',
  'prepare-round': '照会の準備', 'open-round': '照会の開始', 'close-round': '照会の終了', 'change-deadlines': '締切の変更', 'make-digests': '督促の作成', 'park-answer': '書きかけの退避',
  'save-answer': '回答の保存', 'submit-answer': '回答の提出', 'withdraw-answer': '提出の取下げ', 'approve-answer': '承認', 'send-back-answer': '差戻し',
  'take-in-answer': 'Excelからの回答の取込み', 'take-in-workbooks': '照会のExcelの取込み', 'export-survey': '照会のExcelの書出し',
  'withdraw-approval': '承認の取消し', 'accept-answer': '受理', 'correct-answer': '事務局の修正', 'unlock-request': '締切後の入力の許可',
  'add-evidence': '証拠資料の追加', 'remove-evidence': '証拠資料の削除', 'read-evidence': '証拠資料の取得',
  'call-meeting': '会議の登録', 'add-agenda-item': '議題の追加', 'change-agenda-item': '議題の変更', 'move-agenda-item': '議題の順番の変更', 'remove-agenda-item': '議題の取消し', 'record-decision': '本部決定の記録',
  'decide-finding': '校閲の指摘についての決定', 'withdraw-finding-decision': '校閲の決定の取消し', 'save-dictionary': '用字用語辞書の保存',
  reorganise: '組織改正', 'import-people': '利用者の取込み',
  'record-opinion': '意見の登録', 'revise-opinion': '意見の修正', 'respond-to-opinion': '意見への対応の記録', 'decide-opinion-publication': '意見の公表の決定',
  'send-digest': '督促の送信', 'fail-digest': '督促の送信の失敗',
};

export function auditActionName(action: string): string {
  return auditActionNames[action] ?? action;
}
