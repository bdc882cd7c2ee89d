import type { Migration } from 'kysely/migration';
import { createPlanTables } from './0001-plan.ts';
import { createYearReportTables } from './0002-year-report.ts';
import { createEditionTable } from './0003-edition.ts';
import { createAuditEventTable } from './0004-audit-event.ts';
import { createPeopleTables } from './0005-people.ts';
import { createRoundTables } from './0006-round.ts';
import { createDigestTable } from './0007-digest.ts';
import { createProofreadingTables } from './0008-proofreading.ts';
import { createHeadquartersTables } from './0009-headquarters.ts';
import { createEvidenceTables } from './0010-evidence.ts';
import { createDepartmentHistoryTables } from './0011-department-history.ts';
import { createOpinionTables } from './0012-opinions.ts';
import { createLifeTables } from './0013-life-of-items.ts';
import { allowWorkbookAnswers } from './0014-workbook-answers.ts';
import { createPlanImportTables } from './0015-plan-import.ts';
import { addSessionMethod } from './0016-session-method.ts';
import { createDeadlineChangeTable } from './0017-deadline-changes.ts';
import { addLicence } from './0018-licence.ts';
import { recordDepartmentsOfRounds } from './0019-departments-of-rounds.ts';
import { addPostTitle } from './0020-post-title.ts';
import { allowOrderedRequests } from './0021-ordered-requests.ts';

/** Every step of the schema, in order. A step that was released is never changed; the next one is added. There is no way down. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-plan': { up: createPlanTables },
  '0002-year-report': { up: createYearReportTables },
  '0003-edition': { up: createEditionTable },
  '0004-audit-event': { up: createAuditEventTable },
  '0005-people': { up: createPeopleTables },
  '0006-round': { up: createRoundTables },
  '0007-digest': { up: createDigestTable },
  '0008-proofreading': { up: createProofreadingTables },
  '0009-headquarters': { up: createHeadquartersTables },
  '0010-evidence': { up: createEvidenceTables },
  '0011-department-history': { up: createDepartmentHistoryTables },
  '0012-opinions': { up: createOpinionTables },
  '0013-life-of-items': { up: createLifeTables },
  '0014-workbook-answers': { up: allowWorkbookAnswers },
  '0015-plan-import': { up: createPlanImportTables },
  '0016-session-method': { up: addSessionMethod },
  '0017-deadline-changes': { up: createDeadlineChangeTable },
  '0018-licence': { up: addLicence },
  '0019-departments-of-rounds': { up: recordDepartmentsOfRounds },
  '0020-post-title': { up: addPostTitle },
  '0021-ordered-requests': { up: allowOrderedRequests },
};
