/** Words in which the SQL engines differ when they say the same table. */
export interface SystemTypes {
  readonly identity: string;
  readonly json: string;
  readonly integer: string;
  readonly flag: string;
  /** After the closing parenthesis. */
  readonly suffix: string;
}

export const SYSTEM_TABLES = [
  'outbox',
  'inbox',
  'idempotency_key',
  'saga_instance',
  'saga_step',
  'schema_history',
] as const;

/** The tables the product makes in every SQL database (fixture F0), one statement each. */
export function systemTables({ identity, json, integer, flag, suffix }: SystemTypes): readonly string[] {
  const bodies: Readonly<Record<(typeof SYSTEM_TABLES)[number], string>> = {
    outbox:
      `seq ${identity}, id text not null unique, aggregatetype text not null, aggregateid text, type text not null, ` +
      `payload ${json} not null, headers ${json} not null, created_at_ms ${integer} not null, published_at_ms ${integer}`,
    inbox:
      `consumer text not null, message_id text not null, processed_at_ms ${integer} not null, ` +
      `primary key (consumer, message_id)`,
    idempotency_key:
      `key text primary key not null, request_hash text not null, ` +
      `state text not null check (state in ('IN_PROGRESS', 'DONE')), response ${json}, created_at_ms ${integer} not null`,
    saga_instance:
      `id text primary key not null, type text not null, state text not null ` +
      `check (state in ('RUNNING', 'COMPENSATING', 'COMPLETED', 'COMPENSATED', 'FAILED')), ` +
      `current_step text, data ${json} not null, version ${integer} not null, deadline_ms ${integer}`,
    saga_step:
      `saga_id text not null, step text not null, ` +
      `direction text not null check (direction in ('FORWARD', 'COMPENSATE')), attempt ${integer} not null, ` +
      `outcome text not null check (outcome in ('SENT', 'OK', 'BUSINESS_REJECTED', 'UNKNOWN')), ` +
      `at_ms ${integer} not null, primary key (saga_id, step, direction, attempt)`,
    schema_history:
      `installed_rank ${integer} primary key not null, version text, description text not null, type text not null, ` +
      `script text not null, checksum ${integer} not null, installed_on_ms ${integer} not null, success ${flag} not null`,
  };
  return SYSTEM_TABLES.map((name) => `create table ${name} (${bodies[name]})${suffix}`);
}

export function isSystemTable(name: string): boolean {
  return (SYSTEM_TABLES as readonly string[]).includes(name);
}
