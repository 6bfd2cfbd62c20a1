import { schemaSql, SPARE_SCHEMAS } from './system-sql.ts';

/**
 * What every Postgres of ours starts with.
 *
 * `capture` tells each row change in a notice of the statement that made it, so that one round trip carries its own
 * changes: the text of the row before and after, exactly as the engine prints it. `attach` puts it on the tables of a
 * schema that do not have it yet and tells of the rows already in them. `open_door` lets everybody at the rows of a
 * schema, or nobody but its owner (R-OWN, to be shown).
 */
export const TEMPLATE_SQL = `
create schema sagascope;
grant usage on schema sagascope to public;

create function sagascope.capture() returns trigger language plpgsql as $$
begin
  raise info using errcode = 'SG001', message = coalesce(old::text, ''), detail = coalesce(new::text, ''), table = tg_table_name;
  return null;
end $$;

create function sagascope.capture_truncate() returns trigger language plpgsql as $$
declare gone text;
begin
  for gone in execute format('select t::text from %I.%I t', tg_table_schema, tg_table_name) loop
    raise info using errcode = 'SG001', message = gone, detail = '', table = tg_table_name;
  end loop;
  return null;
end $$;

create function sagascope.attach(owned_by text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found record;
  put_in text;
begin
  for found in
    select c.oid::regclass as name, c.relname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = owned_by and c.relkind in ('r', 'p')
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'sagascope_capture')
    order by c.oid
  loop
    execute format('create trigger sagascope_capture after insert or update or delete on %s '
      'for each row execute function sagascope.capture()', found.name);
    execute format('create trigger sagascope_truncate before truncate on %s '
      'for each statement execute function sagascope.capture_truncate()', found.name);
    for put_in in execute format('select t::text from %s t', found.name) loop
      raise info using errcode = 'SG001', message = '', detail = put_in, table = found.relname;
    end loop;
  end loop;
end $$;

create function sagascope.open_door(owned_by text, is_open boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if is_open then
    execute format('grant select, insert, update, delete on all tables in schema %I to public', owned_by);
    execute format('grant usage, select on all sequences in schema %I to public', owned_by);
  else
    execute format('revoke all on all tables in schema %I from public', owned_by);
    execute format('revoke all on all sequences in schema %I from public', owned_by);
  end if;
end $$;

revoke temporary on database postgres from public;
${SPARE_SCHEMAS.map((name) => `${schemaSql(name, false)};`).join('\n')}
update pg_database set datistemplate = false;
`;

/** Run after it, each outside a transaction: the databases that only \`create database\` needs, half of the download. */
export const TEMPLATE_SLIMMING = ['drop database template0', 'drop database template1', 'checkpoint'];
