/** A department (部署) of the municipality as the plan names it. */
export interface Department {
  /** Short and fit for an address: seisaku. Identity is this, never the name. */
  readonly id: string;
  readonly name: string;
}

/**
 * Who the plan makes responsible (推進部署): a department, or a collective such as 関係各課 whose members
 * are not named in the plan. Who reported for the collective in a year is a fact of that year's report.
 */
export type Owner = { readonly department: string } | { readonly collective: string };
