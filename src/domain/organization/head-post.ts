/** What units of a city hall are called whose head is called after them: 政策室 → 政策室長. */
const unitEndings = /(?:部|課|室|局|係|館|所|署|センター|園|校|院|場|隊|団)$/;

/** The post of a department's head as it is printed. A department of another kind of name has 「…の所属長」. */
export function headPostOf(departmentName: string): string {
  return unitEndings.test(departmentName) ? `${departmentName}長` : `${departmentName}の所属長`;
}
