import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Role } from '../domain/organization/post.ts';
import type { SignInMethod } from '../domain/organization/sign-in-rules.ts';
import type { ColumnType, Generated } from 'kysely';

/** An instant: read as ISO text in UTC, written as such or as a Date. */
type Instant = ColumnType<string, string | Date, string | Date>;
type OptionalInstant = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;
type DefaultInstant = ColumnType<string, string | Date | undefined, string | Date>;

// The tables of people and of schema auth as the queries see them. What each means stands in tables.md.
export interface PeopleTables {
  person: {
    id: string;
    staff_number: string;
    name: string;
    email: string | null;
    auth_user_id: string | null;
    demo: Generated<boolean>;
    must_change_password: Generated<boolean>;
    created_at: DefaultInstant;
  };
  post: {
    id: string;
    person_id: string;
    role: Role;
    municipality_code: string | null;
    department_id: string | null;
    valid_from: CalendarDate;
    valid_until: CalendarDate | null;
    title: Generated<string | null>;
  };
  'auth.user': {
    id: string;
    name: string;
    email: string;
    username: string | null;
    two_factor_enabled: Generated<boolean>;
    updated_at: DefaultInstant;
  };
  'auth.session': {
    id: string;
    token: string;
    user_id: string;
    created_at: DefaultInstant;
    updated_at: DefaultInstant;
    expires_at: Instant;
    last_seen_at: DefaultInstant;
    ip_address: string | null;
    user_agent: string | null;
    method: SignInMethod | null;
  };
  'auth.account': { id: string; account_id: string; provider_id: string; user_id: string; password: string | null; updated_at: DefaultInstant };
  'auth.verification': { id: string; identifier: string; value: string; expires_at: Instant };
  'auth.two_factor': { id: string; user_id: string; secret: string; backup_codes: string; verified: Generated<boolean> };
  'auth.sign_in_failure': { subject: string; failures: number; last_failed_at: Instant; locked_until: OptionalInstant };
}
