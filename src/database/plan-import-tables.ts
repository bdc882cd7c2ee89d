// Workbooks that are taken in as plans, as the queries see them. What each column means stands in tables.md.

export interface PlanImportTables {
  plan_upload: {
    id: string; person_id: string; name: string; sha256: string; content: Buffer; draft: string | null; created_at: string; expires_at: string;
  };
  import_mapping: { plan_id: string; mapping: string; file_name: string; person_id: string; saved_at: string };
}
