import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

const deferred = 'deferrable initially deferred';
const year = (column: string): string => `check (${column} between 1900 and 2200)`;
const ofYear = `foreign key (plan_id, fiscal_year) references ayumi.year_report ${deferred}`;
const ofDepartment = `foreign key (plan_id, department_id) references ayumi.plan_department ${deferred}`;

export async function createYearReportTables(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'year_report',
    'The report of a plan for one fiscal year as it stands now; frozen into an edition when it is published.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      fiscal_year: [`integer not null ${year('fiscal_year')}`, 'Fiscal year reported on: 2020 is 2020-04-01..2021-03-31.'],
      edition_number: ['integer not null check (edition_number >= 1)', 'Number under which it is published next: 1 for 第１版.'],
      issued_on: ['date', 'Day of publication, or null where the source does not say.'],
      correction_reason: ['text', 'Why it corrects the edition before it; null for the first edition.'],
    },
    ['primary key (plan_id, fiscal_year)', 'check ((edition_number > 1) = (correction_reason is not null))'],
  );

  await createTable(
    db,
    'year_report_section',
    'A heading before the tree: purpose of the plan, how progress is managed.',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the report.'],
      id: ['text not null', 'Short id within the report: purpose.'],
      position: ['integer not null', 'Order, from 1.'],
      heading: ['text not null', 'Heading as printed.'],
    },
    ['primary key (plan_id, fiscal_year, id)', `unique (plan_id, fiscal_year, position) ${deferred}`, ofYear],
  );
  await createTable(
    db,
    'year_report_section_paragraph',
    'A paragraph under such a heading, kept as typed.',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the report.'],
      section_id: ['text not null', 'Section.'],
      id: ['text not null', 'Id within the section: p1. Part of a permanent address.'],
      position: ['integer not null', 'Order, from 1.'],
      kind: [`text not null check (kind in ('text', 'item'))`, 'text: a paragraph; item: a line of a list.'],
      text: ['text not null', 'The text as typed.'],
      department_id: ['text', 'Department that wrote it; null where the source does not say.'],
    },
    [
      'primary key (plan_id, fiscal_year, section_id, id)',
      `unique (plan_id, fiscal_year, section_id, position) ${deferred}`,
      `foreign key (plan_id, fiscal_year, section_id) references ayumi.year_report_section ${deferred}`,
      ofDepartment,
    ],
  );
  await createTable(
    db,
    'year_report_note',
    'A note under the indicators.',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the report.'],
      position: ['integer not null', 'Order, from 1.'],
      mark: ['text not null', 'Mark as printed: ※１. Figures refer to it by number, whatever its width.'],
      text: ['text not null', 'The text as typed.'],
    },
    ['primary key (plan_id, fiscal_year, position)', ofYear],
  );

  await createTable(
    db,
    'measurement',
    'The value of an indicator (測定値) that a report prints. Kept as printed; what it says is read from that form.',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year that it is printed for.'],
      indicator_id: ['text not null', 'Indicator.'],
      position: ['integer not null', 'Order in the report, from 1.'],
      label: ['text not null', 'Heading of its column as printed: 令和２年度末現状値.'],
      printed: ['text not null', 'The value as printed: 37.0（60.3）※１.'],
      as_of: ['date', 'Day on which it is counted, where it is not the last day of the year.'],
      value_year: [`integer not null ${year('value_year')}`, 'Fiscal year that the value belongs to; may be older than the one it is printed for.'],
      standing: [
        `text check (standing in ('confirmed', 'provisional', 'reference'))`,
        '確定値, 速報値 or 参考値; null where the source does not say.',
      ],
      series_id: ['text not null', 'Series of the value.'],
      alternative_series_id: ['text', 'Series of the value in brackets, or null where there is none.'],
    },
    [
      'primary key (plan_id, fiscal_year, indicator_id)',
      `unique (plan_id, fiscal_year, position) ${deferred}`,
      ofYear,
      `foreign key (plan_id, indicator_id, series_id) references ayumi.indicator_series ${deferred}`,
      `foreign key (plan_id, indicator_id, alternative_series_id) references ayumi.indicator_series ${deferred}`,
    ],
  );

  await createTable(
    db,
    'node_report',
    'What was reported on an element in one year (取組状況).',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the report.'],
      node_id: ['text not null', 'Element.'],
      position: ['integer not null', 'Order in the report, from 1.'],
      responsible_printed: ['text not null', 'The cell 推進部署 as printed that year: 関係各課（政策室）.'],
    },
    [
      'primary key (plan_id, fiscal_year, node_id)',
      `unique (plan_id, fiscal_year, position) ${deferred}`,
      ofYear,
      `foreign key (plan_id, node_id) references ayumi.plan_node ${deferred}`,
    ],
  );
  const ofReport = `foreign key (plan_id, fiscal_year, node_id) references ayumi.node_report ${deferred}`;
  await createTable(
    db,
    'node_report_reporter',
    'Who reported for the collective that year: the departments in the brackets. Not the owner, who stands in the plan.',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the report.'],
      node_id: ['text not null', 'Element.'],
      position: ['integer not null', 'Order as printed, from 1.'],
      department_id: ['text not null', 'Department.'],
    },
    ['primary key (plan_id, fiscal_year, node_id, position)', ofReport, ofDepartment],
  );
  await createTable(
    db,
    'report_paragraph',
    'A paragraph of what was reported on an element, kept as typed.',
    {
      plan_id: ['text not null', 'Plan.'],
      fiscal_year: ['integer not null', 'Fiscal year of the report.'],
      node_id: ['text not null', 'Element.'],
      id: ['text not null', 'Id within the report on the element: p1. Part of a permanent address, never computed from the position.'],
      position: ['integer not null', 'Order, from 1.'],
      kind: [`text not null check (kind in ('text', 'item'))`, 'text: a paragraph; item: a line of a list.'],
      text: ['text not null', 'The text as typed.'],
      department_id: ['text', 'Department that wrote it; null where the source does not say.'],
    },
    ['primary key (plan_id, fiscal_year, node_id, id)', `unique (plan_id, fiscal_year, node_id, position) ${deferred}`, ofReport, ofDepartment],
  );
}
