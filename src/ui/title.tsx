/** Where the title of a plan may be broken: around 第６次, and before the kind of plan that it is. */
const joints = /(第[0-9０-９一二三四五六七八九十]{1,4}[次期回版])|(?=(?:推進|基本|総合|実施|行動|実行|経営)(?:計画|戦略)|プラン$|大綱$)/;

/** A long title that is broken between its parts (狛江市｜第６次｜行財政改革｜推進計画), as a typesetter would. */
export function Title({ children }: { children: string }) {
  const parts = children.split(joints).filter((part) => part !== undefined && part !== '');
  return <>{parts.length > 1 ? parts.map((part) => <span class="seg">{part}</span>) : children}</>;
}
