import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Json } from '../model/json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { LIMITS } from './limits.ts';
import { isInherited } from './own.ts';
import type { Place, Places, ScalarStyle, SourceText, Span } from './place.ts';
import { placedAt } from './problem.ts';

/** Turns the nodes of one YAML file into plain JSON, and remembers where everything stood. */
export class YamlTree {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceText;
  readonly #document: Document;
  readonly #places: Places;
  readonly #strays: ReadonlySet<Node>;
  readonly #made = new Map<Node, { readonly json: Json; readonly values: number }>();
  readonly #open = new Set<Node>();
  #aliases = 0;
  #values = 0;

  /** `strays` are keys that are no keys but the rest of a text; they are left out. */
  constructor(source: SourceText, document: Document, places: Places, strays: ReadonlySet<Node>) {
    this.#source = source;
    this.#document = document;
    this.#places = places;
    this.#strays = strays;
  }

  root(): Json {
    const contents = this.#document.contents;
    if (contents === null) return null;
    return this.#value(contents, 0);
  }

  #value(node: Node, depth: number): Json {
    if (depth > LIMITS.depth) return this.#refuse(node, 'yaml-syntax', 'This is not valid YAML: it nests too deeply.');
    if (this.#values > LIMITS.values) return null;
    if (isAlias(node)) return this.#aliased(node, depth);
    if (node.tag !== undefined && isTagged(node))
      return this.#refuse(node, 'yaml-syntax', 'Tags such as `!x` are not read.');
    if (isScalar(node)) return this.#scalar(node);
    const before = this.#values;
    this.#open.add(node);
    const json = isMap(node)
      ? this.#map(node.items, depth)
      : isSeq(node)
        ? this.#list(node.items as Node[], depth)
        : null;
    this.#open.delete(node);
    this.#made.set(node, { json, values: this.#values - before });
    return json;
  }

  #aliased(node: Node, depth: number): Json {
    this.#aliases += 1;
    if (this.#aliases > LIMITS.aliases) {
      if (this.#aliases > LIMITS.aliases + 1) return null;
      return this.#refuse(
        node,
        'too-large',
        `More than ${String(LIMITS.aliases)} aliases (\`*name\`) stand in this file.`,
      );
    }
    const target = isAlias(node) ? node.resolve(this.#document) : undefined;
    if (target === undefined)
      return this.#refuse(node, 'yaml-syntax', 'This is not valid YAML: no anchor has this name.');
    if (this.#open.has(target))
      return this.#refuse(node, 'yaml-syntax', 'This is not valid YAML: an alias stands inside its own anchor.');
    if (isScalar(target)) return this.#scalar(target);
    const known = this.#made.get(target);
    if (known === undefined) return this.#value(target, depth);
    this.#count(known.values, node);
    return known.json;
  }

  #scalar(node: Scalar): Json {
    this.#count(1, node);
    const { value } = node;
    if (typeof value === 'number' && !Number.isFinite(value))
      return this.#refuse(node, 'value-type', 'Endless numbers are not read.');
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return value;
    return this.#refuse(node, 'value-type', 'Only texts, numbers, true and false stand here.');
  }

  #list(items: readonly Node[], depth: number): Json {
    const list: Json[] = [];
    for (const item of items) {
      this.#count(1, item);
      list.push(this.#value(item, depth + 1));
      const span = spanOf(item);
      this.#places.put(list, list.length - 1, this.#place(span, item));
    }
    return list;
  }

  #map(pairs: readonly Pair[], depth: number): Json {
    const map: Record<string, Json> = {};
    for (const pair of pairs) {
      const keyNode = pair.key as Node;
      if (this.#strays.has(keyNode)) continue;
      this.#count(1, keyNode);
      const key = this.#key(keyNode, map);
      if (key === null) continue;
      const valueNode = pair.value as Node | null;
      map[key] = valueNode === null ? null : this.#value(valueNode, depth + 1);
      this.#places.put(map, key, this.#place(spanOf(keyNode), valueNode ?? keyNode));
    }
    return map;
  }

  #key(node: Node, map: Readonly<Record<string, Json>>): string | null {
    const value = isScalar(node) ? node.value : undefined;
    const key =
      typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : null;
    if (key === null) this.#refuse(node, 'yaml-syntax', 'This is not valid YAML: a key is a plain text.');
    else if (key === '<<')
      this.#refuse(node, 'key-unknown', 'Merge keys (`<<`) are not read; write the keys out, or use a base.');
    else if (isInherited(key)) this.#refuse(node, 'key-unknown', `\`${key}\` cannot be used as a name.`);
    else if (Object.hasOwn(map, key))
      this.#refuse(node, 'yaml-syntax', `This is not valid YAML: \`${key}\` stands here twice.`);
    else return key;
    return null;
  }

  #place(key: Span, valueNode: Node): Place {
    return { source: this.#source, key, value: spanOf(valueNode), style: styleOf(valueNode) };
  }

  #count(values: number, node: Node): void {
    const before = this.#values;
    this.#values += values;
    if (before <= LIMITS.values && this.#values > LIMITS.values) {
      this.#refuse(node, 'too-large', `This file holds more than ${String(LIMITS.values)} values.`);
    }
  }

  #refuse(node: Node, code: string, message: string): null {
    this.diagnostics.push(placedAt(this.#source, spanOf(node), { severity: 'error', code, message, suggestion: null }));
    return null;
  }
}

export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

const PLAIN_TAGS = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

/** Core tags are set by the parser itself on every node; anything else was written by the author. */
function isTagged(node: Node): boolean {
  return node.tag !== undefined && !PLAIN_TAGS.test(node.tag);
}

function styleOf(node: Node): ScalarStyle {
  if (!isScalar(node)) return 'none';
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    default:
      return 'plain';
  }
}
