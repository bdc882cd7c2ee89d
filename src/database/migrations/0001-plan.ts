import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

// Keys inside a plan are deferred to the end of the transaction: a changed plan is stored table by table, in any order.
const deferred = 'deferrable initially deferred';
const year = (column: string): string => `check (${column} between 1900 and 2200)`;

export async function createPlanTables(db: Kysely<unknown>): Promise<void> {
  await sql`comment on schema ayumi is 'Ayumi: plans, their yearly reports, published editions, audit log.'`.execute(db);
  await sql`comment on table ayumi.migration is 'Steps of the schema that were taken; written by the migrator.'`.execute(db);
  await sql`comment on column ayumi.migration.name is 'Name of the step.'`.execute(db);
  await sql`comment on column ayumi.migration.timestamp is 'When it was taken, ISO 8601.'`.execute(db);
  await sql`comment on table ayumi.migration_lock is 'Kept by the migrator for databases without advisory locks; unused.'`.execute(db);
  await sql`comment on column ayumi.migration_lock.id is 'Always migration_lock.'`.execute(db);
  await sql`comment on column ayumi.migration_lock.is_locked is 'Always 0.'`.execute(db);

  await createTable(db, 'municipality', 'A city (自治体) that owns plans.', {
    code: [
      `text primary key check (code ~ '^[0-9]{6}$')`,
      '全国地方公共団体コード, six digits with the check digit; text, because codes begin with zero.',
    ],
    name: ['text not null', 'Name as printed: 狛江市.'],
    first_reiwa_year: [`text not null check (first_reiwa_year in ('平成31年度', '令和元年度'))`, 'What the city calls fiscal year 2019.'],
    year_digits: [
      `text not null check (year_digits in ('single-full-width', 'full-width', 'half-width'))`,
      'How the city prints the digits of a fiscal year.',
    ],
  });
  await createTable(
    db,
    'department',
    'The identity of a department (部署) of a city, through all its names. Names, dates and successors refer to it.',
    {
      municipality_code: [`text not null references ayumi.municipality ${deferred}`, 'City.'],
      id: ['text not null', 'Short id, part of addresses: seisaku. Never changed, never given to another department.'],
    },
    ['primary key (municipality_code, id)'],
  );

  await createTable(
    db,
    'plan',
    'A plan (計画): what does not change from year to year.',
    {
      id: ['text primary key', 'Short id, part of permanent addresses: gyozaisei-6.'],
      municipality_code: [`text not null references ayumi.municipality ${deferred}`, 'City that owns the plan.'],
      title: ['text not null', 'Title as printed.'],
      adopted: ['text', 'YYYY-MM or YYYY-MM-DD of adoption, as exact as the source; null where it does not say.'],
      period_from: [`integer ${year('period_from')}`, 'First fiscal year; null where the source does not say.'],
      period_to: [`integer ${year('period_to')}`, 'Last fiscal year; null where the source does not say.'],
      headquarters_name: ['text', 'Name of the headquarters (推進本部), or null.'],
      headquarters_chair: ['text', 'Who chairs it: 市長; null where the source does not say.'],
    },
    [
      'unique (id, municipality_code)',
      'check ((period_from is null) = (period_to is null) and period_from <= period_to)',
      'check (headquarters_name is not null or headquarters_chair is null)',
    ],
  );
  await createTable(
    db,
    'plan_printed_variant',
    'Another form of the title of a plan that the same document prints; evidence, never corrected in silence.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      position: ['integer not null', 'Order, from 1.'],
      place: ['text not null', 'Where it is printed: ３．体系図.'],
      title: ['text not null', 'The other form as printed.'],
    },
    ['primary key (plan_id, position)'],
  );
  await createTable(
    db,
    'plan_parent',
    'A plan or a vision above a plan (上位計画), from the top down.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      position: ['integer not null', 'Order, from 1 at the top.'],
      title: ['text not null', 'Title as printed.'],
      adopted: ['text', 'YYYY-MM or YYYY-MM-DD, or null where the source does not say.'],
    },
    ['primary key (plan_id, position)'],
  );
  await createTable(
    db,
    'plan_level',
    'A level (階層) of the tree of a plan: 施策, 方向性, 基本事業, 取組項目.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      id: ['text not null', 'Short id: measure.'],
      position: ['integer not null', 'Depth, from 1 at the top.'],
      name: ['text not null', 'Name as printed: 施策.'],
    },
    ['primary key (plan_id, id)', `unique (plan_id, position) ${deferred}`],
  );
  await createTable(
    db,
    'plan_department',
    'A department that a plan names, with its name as that plan prints it.',
    {
      plan_id: ['text not null', 'Plan.'],
      municipality_code: ['text not null', 'City of the plan; here so that plan and department belong to one city.'],
      department_id: ['text not null', 'Department.'],
      position: ['integer not null', 'Order in the plan, from 1.'],
      name: ['text not null', 'Name as the plan prints it: 政策室.'],
    },
    [
      'primary key (plan_id, department_id)',
      `unique (plan_id, position) ${deferred}`,
      `foreign key (plan_id, municipality_code) references ayumi.plan (id, municipality_code) ${deferred}`,
      `foreign key (municipality_code, department_id) references ayumi.department ${deferred}`,
    ],
  );

  await createTable(
    db,
    'plan_node',
    'An element of the tree of a plan (体系の要素). Its identity is the id, never the title: titles drift.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      id: ['text not null', 'Short id within the plan: i05.'],
      level_id: ['text not null', 'Level.'],
      parent_id: ['text', 'Element above; null at the top.'],
      position: ['integer not null', 'Order among the children of its parent, from 1.'],
      number: ['text not null', 'Number as printed: １, 05.'],
      title: ['text not null', 'Title as printed.'],
      relisting_of: ['text', 'The original that this element lists again (再掲), or null. A relisting counts once in totals.'],
    },
    [
      'primary key (plan_id, id)',
      `unique nulls not distinct (plan_id, parent_id, position) ${deferred}`,
      `foreign key (plan_id, level_id) references ayumi.plan_level ${deferred}`,
      `foreign key (plan_id, parent_id) references ayumi.plan_node ${deferred}`,
      `foreign key (plan_id, relisting_of) references ayumi.plan_node ${deferred}`,
      'check (parent_id <> id and relisting_of <> id)',
    ],
  );
  const ofNode = `foreign key (plan_id, node_id) references ayumi.plan_node ${deferred}`;
  await createTable(
    db,
    'plan_node_printed_variant',
    'Another form of the title of an element that the same document prints.',
    {
      plan_id: ['text not null', 'Plan.'],
      node_id: ['text not null', 'Element.'],
      position: ['integer not null', 'Order, from 1.'],
      place: ['text not null', 'Where it is printed.'],
      title: ['text not null', 'The other form as printed.'],
    },
    ['primary key (plan_id, node_id, position)', ofNode],
  );
  await createTable(
    db,
    'plan_node_paragraph',
    'A paragraph of the description of an element, kept as typed.',
    {
      plan_id: ['text not null', 'Plan.'],
      node_id: ['text not null', 'Element.'],
      id: ['text not null', 'Id within the description: p1. Part of a permanent address, never computed from the position.'],
      position: ['integer not null', 'Order, from 1.'],
      kind: [`text not null check (kind in ('text', 'item'))`, 'text: a paragraph; item: a line of a list.'],
      text: ['text not null', 'The text as typed.'],
      department_id: ['text', 'Department that wrote it; null where the source does not say.'],
    },
    [
      'primary key (plan_id, node_id, id)',
      `unique (plan_id, node_id, position) ${deferred}`,
      ofNode,
      `foreign key (plan_id, department_id) references ayumi.plan_department ${deferred}`,
    ],
  );
  await createTable(
    db,
    'plan_node_owner',
    'Who is responsible for an element (推進部署): a department or a collective.',
    {
      plan_id: ['text not null', 'Plan.'],
      node_id: ['text not null', 'Element.'],
      position: ['integer not null', 'Order as printed, from 1.'],
      department_id: ['text', 'Department, or null for a collective.'],
      collective: ['text', 'Collective as printed (関係各課), or null for a department. Who reports for it is a fact of each year.'],
    },
    [
      'primary key (plan_id, node_id, position)',
      ofNode,
      `foreign key (plan_id, department_id) references ayumi.plan_department ${deferred}`,
      'check (num_nonnulls(department_id, collective) = 1)',
    ],
  );

  await createIndicatorTables(db);
}

async function createIndicatorTables(db: Kysely<unknown>): Promise<void> {
  await createTable(
    db,
    'indicator',
    'An indicator (指標) as the plan defines it. Figures are kept as printed; what they say is read from that form.',
    {
      plan_id: [`text not null references ayumi.plan ${deferred}`, 'Plan.'],
      id: ['text not null', 'Short id within the plan: ind1.'],
      position: ['integer not null', 'Order in the plan, from 1.'],
      number: ['text not null', 'Number, part of permanent addresses.'],
      title: ['text not null', 'Title as printed.'],
      unit: ['text', 'Unit as printed beside the title, or null where none is printed.'],
      definition: ['text not null', 'The column 説明 as printed.'],
      kind: [
        `text not null check (kind in ('increase', 'decrease', 'keep-at-least', 'keep-at-most', 'range'))`,
        'What the plan wants of it; decides how it is judged.',
      ],
      baseline_label: ['text not null', 'Heading of the baseline (基準値) as printed: 平成30年度末時点値.'],
      baseline_fiscal_year: [`integer not null ${year('baseline_fiscal_year')}`, 'Fiscal year of the baseline.'],
      baseline_as_of: ['date', 'Day on which the baseline is counted, where it is not the last day of that year.'],
      baseline_printed: ['text not null', 'Baseline as printed: ０％ ※2.'],
      target_label: ['text not null', 'Heading of the target (目標値) as printed.'],
      target_fiscal_year: [`integer not null ${year('target_fiscal_year')}`, 'Fiscal year of the target.'],
      target_as_of: ['date', 'Day on which the target is counted, where it is not the last day of that year.'],
      target_printed: ['text not null', 'Target as printed: 90.0以下 ※３.'],
    },
    ['primary key (plan_id, id)', `unique (plan_id, position) ${deferred}`, `unique (plan_id, number) ${deferred}`],
  );
  const ofIndicator = `foreign key (plan_id, indicator_id) references ayumi.indicator ${deferred}`;
  await createTable(
    db,
    'indicator_series',
    'One way of counting an indicator. A change of the definition starts another; nothing is compared across them.',
    {
      plan_id: ['text not null', 'Plan.'],
      indicator_id: ['text not null', 'Indicator.'],
      id: ['text not null', 'Short id within the indicator.'],
      position: ['integer not null', 'Order, from 1.'],
      title: ['text not null', 'What is counted: 「わからない」を除いた割合.'],
      judged: ['boolean not null', 'Whether baseline, target and judgement stand on it; one series of an indicator does.'],
      from_year: [`integer ${year('from_year')}`, 'First fiscal year of the series; null where it is as old as the baseline.'],
    },
    [
      'primary key (plan_id, indicator_id, id)',
      `unique (plan_id, indicator_id, position) ${deferred}`,
      ofIndicator,
      `exclude using btree (plan_id with =, indicator_id with =) where (judged) ${deferred}`,
    ],
  );
  await createTable(
    db,
    'indicator_node',
    'Which elements an indicator belongs to (関連基本事業); many to many.',
    {
      plan_id: ['text not null', 'Plan.'],
      indicator_id: ['text not null', 'Indicator.'],
      position: ['integer not null', 'Order as printed, from 1.'],
      node_id: ['text not null', 'Element.'],
    },
    ['primary key (plan_id, indicator_id, position)', ofIndicator, `foreign key (plan_id, node_id) references ayumi.plan_node ${deferred}`],
  );
}
