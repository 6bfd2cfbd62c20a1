import { unreachable } from '../model/invariant.ts';
import { fail, type Result } from '../model/result.ts';
import type { Instant } from '../model/time.ts';
import type { Happening } from '../trace/happening.ts';
import type { EngineEffect } from './engine-effect.ts';
import type { Database, Refusal } from './engine-port.ts';
import type { Process } from './process.ts';

/** What whoever asks a database that is down is told. */
export const UNAVAILABLE: Refusal = {
  reason: 'unavailable',
  code: 'DOWN',
  message: 'the database does not answer',
  position: null,
};

const down = (): Result<never, Refusal> => fail(UNAVAILABLE);

/**
 * Puts questions to the engines: it knows which process has a transaction open and which databases are down. A
 * transaction that was open when its database crashed is lost: nothing in it is answered any more (E11).
 */
export class Connections {
  readonly #down = new Set<Database>();
  /** Processes whose transaction lies on a database that crashed under it. */
  readonly #lost = new WeakSet<Process>();
  /** At most one transaction is open at a time, as it is one turn (E3). */
  #inTransaction: Process | null = null;

  async call(effect: Exclude<EngineEffect, { kind: 'kill' }>, process: Process, now: Instant): Promise<unknown> {
    switch (effect.kind) {
      case 'query':
        return this.#down.has(effect.database) ? down() : effect.database.query(effect.operation, effect.as);
      case 'begin':
        return this.#begin(effect, process);
      case 'execute':
        return this.#lost.has(process) ? down() : effect.database.execute(effect.operation);
      case 'commit':
        return this.#close(process) ? effect.database.commit() : down();
      case 'rollback':
        return this.#close(process) ? effect.database.rollback() : undefined;
      case 'migrate':
        if (this.#down.has(effect.database)) return down();
        return effect.database.migrate(effect.name, effect.script, now);
      case 'crash':
        return this.#crash(effect.database);
      case 'recover':
        this.#down.delete(effect.database);
        return undefined;
      case 'consult':
        return effect.ask();
      default:
        return unreachable(effect);
    }
  }

  /** A process died: its open transaction really rolls back (R-KRN-6). Answers what to record, if anything. */
  async abandon(process: Process): Promise<Happening | null> {
    const { open } = process;
    if (open === null) return null;
    if (this.#close(process)) await open.database.rollback();
    if (open.tx === null) return null;
    return { kind: 'transaction.aborted', database: open.database.spec.id, tx: open.tx, reason: 'connection lost' };
  }

  async #begin({ database, as, tx }: EngineEffect & { kind: 'begin' }, process: Process): Promise<void> {
    process.open = { database, tx };
    this.#inTransaction = process;
    if (this.#down.has(database)) this.#lost.add(process);
    else await database.begin(as);
  }

  /** Answers whether the engine still has the transaction. */
  #close(process: Process): boolean {
    process.open = null;
    this.#inTransaction = null;
    return !this.#lost.delete(process);
  }

  async #crash(database: Database): Promise<void> {
    this.#down.add(database);
    if (this.#inTransaction?.open?.database === database) this.#lost.add(this.#inTransaction);
    await database.crash();
  }
}
