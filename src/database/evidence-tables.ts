import type { Generated, GeneratedAlways } from 'kysely';

// Evidence beside the answers as the queries see it. What each column means stands in tables.md.

export interface EvidenceTables {
  evidence: {
    id: GeneratedAlways<number>; request_id: number; name: string; media_type: string; size: number; sha256: string; content: Buffer; person_id: string; added_at: Generated<string>;
  };
  evidence_removal: { evidence_id: number; person_id: string; removed_at: Generated<string> };
}
