import type { PGlite } from '@electric-sql/pglite';
import { invariant } from '#sim/model/invariant.ts';
import type { Json } from '#sim/model/json.ts';
import { toPostgres } from './values.ts';
import { type Answer, executeMessage, type Field, prepareMessage, readAnswer, scriptMessage } from './wire.ts';

interface Prepared {
  readonly name: string;
  readonly parameterTypes: readonly number[];
  readonly fields: readonly Field[];
}

const SUPERUSER = 'postgres';

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The one connection of a Postgres, which all databases on it share. Statements are prepared once per schema and
 * from then on cost one round trip; the role and the schema are switched only when another caller comes.
 */
export class Session {
  readonly #postgres: PGlite;
  readonly #prepared = new Map<string, Prepared>();
  readonly #roles = new Set<string>([SUPERUSER]);
  #role = SUPERUSER;
  #schema = '';
  #madeNames = 0;

  constructor(postgres: PGlite) {
    this.#postgres = postgres;
  }

  /** Becomes a caller who looks at a schema; a caller not met before gets a role without any rights. */
  async become(role: string, schema: string): Promise<void> {
    if (role === this.#role && schema === this.#schema) return;
    const isNew = !this.#roles.has(role);
    const create = isNew ? `set role ${SUPERUSER}; create role ${quoted(role)};` : '';
    await this.mustRun(`${create} set role ${quoted(role)}; set search_path = ${quoted(schema)}`);
    this.#roles.add(role);
    this.#role = role;
    this.#schema = schema;
  }

  /** Becomes the superuser, for what the product itself does. */
  becomeSuperuser(): Promise<void> {
    return this.become(SUPERUSER, 'pg_catalog');
  }

  /** Whether a role of this name is there. */
  knows(role: string): boolean {
    return this.#roles.has(role);
  }

  /** Notes that a role is there. */
  meet(role: string): void {
    this.#roles.add(role);
  }

  /** One statement with its values, in the open transaction or committing alone. */
  run(text: string, values: readonly Json[]): Promise<Answer> {
    return this.#run(text, values, `${this.#schema}\n${text}`, (call) => [call]);
  }

  /** A statement of the product itself, which means the same in every schema; a refusal is a mistake of ours. */
  async runOurs(text: string, values: readonly Json[]): Promise<Answer> {
    const answer = await this.#run(text, values, text, (call) => [call]);
    invariant(answer.error === null, `${answer.error?.message ?? ''} in ${text}`);
    return answer;
  }

  /** One statement in a transaction of its own that cannot write, in the same round trip. */
  async read(text: string, values: readonly Json[]): Promise<Answer> {
    const begin = await this.#command('begin read only');
    const commit = await this.#command('commit');
    const answer = await this.#run(text, values, `${this.#schema}\n${text}`, (call) => [begin, call, commit]);
    if (answer.isInTransaction) await this.mustRun('rollback');
    return answer;
  }

  async begin(): Promise<void> {
    await this.#send(executeMessage([await this.#command('begin')]));
  }

  async commit(): Promise<Answer> {
    return this.#send(executeMessage([await this.#command('commit')]));
  }

  /** A script of statements without parameters. */
  script(text: string): Promise<Answer> {
    return this.#send(scriptMessage(text));
  }

  /** The same, where a refusal can only be a mistake of ours. */
  async mustRun(text: string): Promise<Answer> {
    const answer = await this.script(text);
    invariant(answer.error === null, `${answer.error?.message ?? ''} (${answer.error?.code ?? ''}) in ${text}`);
    return answer;
  }

  /** Forgets what was prepared in a schema: after a change of its tables it would answer in the old shape. */
  async forgetStatements(schema: string): Promise<void> {
    const stale = [...this.#prepared].filter(([key]) => key.startsWith(`${schema}\n`));
    for (const [key] of stale) this.#prepared.delete(key);
    if (stale.length > 0) await this.mustRun(stale.map(([, { name }]) => `deallocate ${name}`).join(';'));
  }

  async #run(
    text: string,
    values: readonly Json[],
    key: string,
    around: (call: Call) => readonly Call[],
  ): Promise<Answer> {
    const prepared = await this.#prepare(text, key);
    if ('error' in prepared) return prepared;
    const bound = values.map((value, index) => toPostgres(value, prepared.parameterTypes[index] ?? 0));
    const answer = await this.#send(executeMessage(around({ name: prepared.name, values: bound })));
    return { ...answer, fields: prepared.fields };
  }

  /** A statement of ours that takes no values and sees no tables. */
  async #command(text: string): Promise<Call> {
    const prepared = await this.#prepare(text, text);
    invariant(!('error' in prepared), `${text} is a statement`);
    return { name: prepared.name, values: [] };
  }

  async #prepare(text: string, key: string): Promise<Prepared | Answer> {
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    this.#madeNames += 1;
    const name = `s${String(this.#madeNames)}`;
    const answer = await this.#send(prepareMessage(name, text));
    if (answer.error !== null) return answer;
    const prepared = { name, parameterTypes: answer.parameterTypes, fields: answer.fields };
    this.#prepared.set(key, prepared);
    return prepared;
  }

  async #send(message: Uint8Array): Promise<Answer> {
    const { messages } = await this.#postgres.execProtocol(message, { syncToFs: false, throwOnError: false });
    return readAnswer(messages);
  }
}

interface Call {
  readonly name: string;
  readonly values: readonly (string | null)[];
}
