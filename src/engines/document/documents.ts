import Loki from 'lokijs';
import type { Row } from '#sim/model/rows.ts';
import { copyOf } from './copy.ts';
import { compareValues } from './order.ts';

/** Collections of documents by key, wherever they are kept. Documents go in and come out as copies. */
export interface Documents {
  collections(): readonly string[];
  /** All documents in key order. */
  all(collection: string): readonly Row[];
  has(collection: string, document: Row): boolean;
  put(collection: string, document: Row): void;
  remove(collection: string, document: Row): void;
}

interface Stored {
  readonly key: string;
  document: Row;
}

/** Keys of different types never meet: 1 is another key than "1". */
function keyOf(document: Row): string {
  return JSON.stringify(document['_id']);
}

function byKey(a: Row, b: Row): number {
  return compareValues(a['_id'], b['_id']);
}

/** What is committed, kept in LokiJS. Its queries, times and transactions are left alone (E6, E9). */
export class CommittedDocuments implements Documents {
  readonly #loki: Loki;

  constructor(name: string, collections: readonly string[]) {
    this.#loki = new Loki(name, { adapter: new Loki.LokiMemoryAdapter() });
    for (const collection of collections) this.#collection(collection);
  }

  collections(): readonly string[] {
    return this.#loki.listCollections().map(({ name }) => name);
  }

  all(collection: string): readonly Row[] {
    const kept = this.#loki.getCollection<Stored>(collection) as Collection<Stored> | null;
    return (kept?.find() ?? []).map(({ document }) => copyOf(document)).sort(byKey);
  }

  has(collection: string, document: Row): boolean {
    return this.#find(collection, document) !== undefined;
  }

  put(collection: string, document: Row): void {
    const copy = copyOf(document);
    const known = this.#find(collection, document);
    if (known === undefined) this.#collection(collection).insert({ key: keyOf(document), document: copy });
    else {
      known.document = copy;
      this.#collection(collection).update(known);
    }
  }

  remove(collection: string, document: Row): void {
    const known = this.#find(collection, document);
    if (known !== undefined) this.#collection(collection).remove(known);
  }

  /** Forgets every document, keeps the collections. */
  clear(): void {
    for (const name of this.collections()) this.#collection(name).clear({ removeIndices: false });
  }

  #find(collection: string, document: Row): Stored | undefined {
    return this.#collection(collection).by('key', keyOf(document));
  }

  #collection(name: string): Collection<Stored> {
    const known = this.#loki.getCollection<Stored>(name) as Collection<Stored> | null;
    return known ?? this.#loki.addCollection<Stored>(name, { unique: ['key'], disableMeta: true });
  }
}

/** A copy-on-write session over what is committed: all its writes are committed together or forgotten. */
export class SessionDocuments implements Documents {
  readonly #committed: Documents;
  readonly #written = new Map<string, Map<string, { readonly document: Row; readonly gone: boolean }>>();

  constructor(committed: Documents) {
    this.#committed = committed;
  }

  collections(): readonly string[] {
    return [...new Set([...this.#committed.collections(), ...this.#written.keys()])];
  }

  all(collection: string): readonly Row[] {
    const written = this.#written.get(collection);
    if (written === undefined) return this.#committed.all(collection);
    const untouched = this.#committed.all(collection).filter((document) => !written.has(keyOf(document)));
    const present = [...written.values()].filter(({ gone }) => !gone).map(({ document }) => copyOf(document));
    return [...untouched, ...present].sort(byKey);
  }

  has(collection: string, document: Row): boolean {
    const written = this.#written.get(collection)?.get(keyOf(document));
    return written === undefined ? this.#committed.has(collection, document) : !written.gone;
  }

  put(collection: string, document: Row): void {
    this.#write(collection, copyOf(document), false);
  }

  remove(collection: string, document: Row): void {
    this.#write(collection, document, true);
  }

  commit(): void {
    for (const [collection, written] of this.#written) {
      for (const { document, gone } of written.values()) {
        if (gone) this.#committed.remove(collection, document);
        else this.#committed.put(collection, document);
      }
    }
  }

  #write(collection: string, document: Row, gone: boolean): void {
    const written = this.#written.get(collection) ?? new Map<string, { document: Row; gone: boolean }>();
    written.set(keyOf(document), { document, gone });
    this.#written.set(collection, written);
  }
}
