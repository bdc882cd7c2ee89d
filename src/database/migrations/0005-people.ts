import { type Kysely, sql } from 'kysely';
import { createTable } from './create-table.ts';

const instant = 'timestamptz(3) not null';
const now = `${instant} default now()`;

/** Who works with Ayumi, which posts they hold, and how they sign in (schema auth, most of it read and written by better-auth). */
export async function createPeopleTables(db: Kysely<unknown>): Promise<void> {
  await sql`create schema auth`.execute(db);
  await sql`comment on schema auth is 'Sign-in: passwords, second step, sessions, lock-out. Who people are stands in ayumi.person.'`.execute(db);
  await createTable(db, 'auth.user', 'Somebody who can sign in; kept by better-auth, one row for each person.', {
    id: ['text primary key', 'Id.'],
    name: ['text not null', 'Name of the person, as in ayumi.person.'],
    email: ['text not null unique', 'Wanted by better-auth; here the staff number. The real address stands in ayumi.person.'],
    email_verified: ['boolean not null default false', 'Not used.'],
    image: ['text', 'Not used.'],
    username: ['text unique', 'Staff number (職員番号) in small letters.'],
    two_factor_enabled: ['boolean not null default false', 'Whether the second step was set up and is asked for.'],
    created_at: [now, 'When the row was made.'],
    updated_at: [now, 'When it was changed last.'],
  });
  await createTable(db, 'auth.session', 'A sign-in that is still going on, on one device.', {
    id: ['text primary key', 'Id; shown to nobody but in addresses of the own account page.'],
    token: ['text not null unique', 'Secret in the cookie; worth nothing without the signature made with the key in the data folder.'],
    user_id: ['text not null references auth.user on delete cascade', 'Whose it is.'],
    created_at: [now, 'Sign-in; it ends 12 hours later whatever happens.'],
    updated_at: [now, 'Kept by better-auth.'],
    expires_at: [instant, 'End at the latest, as better-auth counts.'],
    last_seen_at: [now, 'Last request, exact to the minute; the idle limit counts from here.'],
    ip_address: ['text', 'Address of the other end of the connection.'],
    user_agent: ['text', 'What the browser calls itself.'],
  });
  await createTable(db, 'auth.account', 'A way to sign in: the password, or an account at the sign-in service (OIDC) of the city.', {
    id: ['text primary key', 'Id.'],
    account_id: ['text not null', 'Id at the service; for a password the id of the user.'],
    provider_id: ['text not null', 'credential: a password; otherwise the name of the service.'],
    user_id: ['text not null references auth.user on delete cascade', 'Whose it is.'],
    password: ['text', 'Salt and scrypt hash of the password.'],
    access_token: ['text', 'Not kept.'],
    refresh_token: ['text', 'Not kept.'],
    id_token: ['text', 'Not kept.'],
    access_token_expires_at: ['timestamptz(3)', 'Not kept.'],
    refresh_token_expires_at: ['timestamptz(3)', 'Not kept.'],
    scope: ['text', 'Not kept.'],
    created_at: [now, 'When the row was made.'],
    updated_at: [now, 'When it was changed last.'],
  }, ['unique (provider_id, account_id)', 'unique (provider_id, user_id)']);
  await createTable(db, 'auth.verification', 'Something that waits for its second half for some minutes: a sign-in before its second step.', {
    id: ['text primary key', 'Id.'],
    identifier: ['text not null', 'What waits.'],
    value: ['text not null', 'For whom, or how many tries were made.'],
    expires_at: [instant, 'Until when.'],
    created_at: [now, 'When the row was made.'],
    updated_at: [now, 'When it was changed last.'],
  });
  await createTable(db, 'auth.two_factor', 'The second step (TOTP) of a person.', {
    id: ['text primary key', 'Id.'],
    user_id: ['text not null unique references auth.user on delete cascade', 'Whose it is.'],
    secret: ['text not null', 'Shared secret, encrypted with the key in the data folder.'],
    backup_codes: ['text not null', 'Recovery codes that are left, encrypted with the same key.'],
    verified: ['boolean not null default true', 'Whether a code was given once, so that it is known to work.'],
    failed_verification_count: ['integer not null default 0', 'Not used: failures are counted in auth.sign_in_failure.'],
    locked_until: ['timestamptz(3)', 'Not used, as above.'],
  });
  await createTable(db, 'auth.sign_in_failure', 'Failed tries in a row, for the lock-out; also for staff numbers that nobody has, so that an answer tells nothing.', {
    subject: ['text primary key', 'password or second-step, a colon, SHA-256 of the staff number in small letters: what was typed there may be a password.'],
    failures: ['integer not null check (failures > 0)', 'Tries since the last success. A try counts when it begins, so that many at once do not slip through.'],
    last_failed_at: [instant, 'The last try; a row is forgotten a day later.'],
    locked_until: ['timestamptz(3)', 'Until when no try is taken, or null.'],
  });
  await sql`
    create index on auth.session (user_id);
    create index on auth.account (user_id);
    create index on auth.verification (identifier);
    create index on auth.sign_in_failure (last_failed_at);
  `.execute(db);

  await createTable(db, 'person', 'Somebody who works with Ayumi.', {
    id: ['text primary key', 'Id (UUID); never shown.'],
    staff_number: [`text not null unique check (staff_number ~ '^[0-9A-Za-z._-]{1,30}$')`, 'Staff number (職員番号) as it is written: the name at sign-in, and the actor in the audit log.'],
    name: ['text not null', 'Name as it is written.'],
    email: ['text', 'Where reminders go, or null.'],
    auth_user_id: ['text unique references auth.user', 'The row for sign-in; null while the person cannot sign in.'],
    demo: ['boolean not null default false', 'Whether this is a fictional person of the demonstration.'],
    must_change_password: ['boolean not null default false', 'Whether the password is a one-time password that another person has seen.'],
    created_at: [now, 'When the person was added.'],
  });
  await createTable(db, 'post', 'A post (職): one role of a person, in a department or for the whole city, between two days. Nobody can act without one.', {
    id: ['text primary key', 'Id (UUID).'],
    person_id: ['text not null references ayumi.person', 'Who holds it.'],
    role: [
      `text not null check (role in ('reporter', 'section-head', 'deputy', 'secretariat', 'executive', 'viewer', 'administrator'))`,
      '担当者, 所属長, 代決者, 事務局, 推進本部員, 閲覧者 or システム管理者.',
    ],
    municipality_code: ['text', 'City of the department, or null with it.'],
    department_id: ['text', 'Department of a 担当者, 所属長 or 代決者; null for the other roles.'],
    valid_from: ['date not null', 'First day.'],
    valid_until: ['date check (valid_until >= valid_from)', 'Last day, or null while it has no end.'],
  }, [
    'foreign key (municipality_code, department_id) references ayumi.department',
    'check ((municipality_code is null) = (department_id is null))',
    `check ((department_id is not null) = (role in ('reporter', 'section-head', 'deputy')))`,
  ]);
  await sql`
    create unique index on ayumi.person (lower(staff_number));
    create index on ayumi.post (person_id);
    create index on ayumi.post (municipality_code, department_id);
    create index on ayumi.audit_event (lower(actor), sequence);
    create index on ayumi.audit_event (action, sequence);
    create index on ayumi.audit_event (occurred_at);
  `.execute(db);
}
