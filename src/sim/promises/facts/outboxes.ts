import type { Json } from '../../model/json.ts';
import type { Opening } from '../../trace/trace.ts';
import type { CommittedChange, Mirror } from './mirror.ts';

/** One committed outbox row. */
export interface OutboxRow {
  readonly database: string;
  readonly id: string;
  readonly type: string;
}

/** The outboxes of all databases: which messages were committed to be told, and which wait for it (R-OUT). */
export class Outboxes {
  readonly #known = new Set<string>();
  readonly #waiting = new Map<string, OutboxRow>();

  constructor(opening: Opening, mirror: Mirror) {
    for (const { id: database } of opening.databases) {
      for (const row of mirror.rows(`${database}.outbox`)) {
        this.#put(database, row);
      }
    }
  }

  /** Rows not marked as published, in the order they were committed. */
  get waiting(): ReadonlyMap<string, OutboxRow> {
    return this.#waiting;
  }

  /** Whether a row with this message id was ever committed. */
  knows(messageId: string): boolean {
    return this.#known.has(messageId);
  }

  /** Rows that the changes brought; and whether they changed any outbox. */
  observe(changes: readonly CommittedChange[]): { readonly changed: boolean; readonly added: readonly OutboxRow[] } {
    const own = changes.filter(({ table }) => table === 'outbox');
    const added = own.flatMap(({ database, before, after }) => {
      if (after === null) {
        this.#waiting.delete(idOf(before ?? {}));
        return [];
      }
      const row = this.#put(database, after);
      return before === null ? [row] : [];
    });
    return { changed: own.length > 0, added };
  }

  #put(database: string, cells: CommittedChange['before'] & object): OutboxRow {
    const row = { database, id: idOf(cells), type: textOf(cells['type']) };
    this.#known.add(row.id);
    if ((cells['published_at_ms'] ?? null) === null) this.#waiting.set(row.id, row);
    else this.#waiting.delete(row.id);
    return row;
  }
}

/** Documents are known by `_id`. */
function idOf(cells: CommittedChange['before'] & object): string {
  return textOf(cells['id'] ?? cells['_id']);
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
