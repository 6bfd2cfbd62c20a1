import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { ExpressionHost } from '../expression.ts';
import { put } from './convert.ts';

/** Under this name, which no author can write, the run's host travels with the names of an evaluation. */
export const HOST = ' host';

/** What may be called as `name(…)`. Anything else, clocks and time zones above all, is unknown here. */
export const FUNCTIONS: readonly string[] = [
  'size',
  'has',
  'type',
  'string',
  'int',
  'double',
  'bool',
  'dyn',
  'sum',
  'keyed',
  'nextId',
];

/** What may be called as `value.name(…)`. `matches` is left out: a pattern can run for ever. */
export const METHODS: readonly string[] = [
  ...['map', 'filter', 'all', 'exists', 'exists_one'],
  ...['size', 'join', 'split', 'startsWith', 'endsWith', 'contains', 'indexOf', 'lastIndexOf'],
  ...['substring', 'trim', 'lowerAscii', 'upperAscii'],
];

/** Words that mean a type, so that nothing else can be called so. */
export const TYPE_NAMES: readonly string[] = [
  'bool',
  'bytes',
  'double',
  'dyn',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
];

const isHost = (value: unknown): value is ExpressionHost =>
  typeof value === 'object' && value !== null && 'nextId' in value;

interface Evaluator {
  run(node: ASTNode, names: Names): unknown;
}

interface Names {
  getValue(name: string): unknown;
}

interface Checker {
  check(node: ASTNode, names: Names): unknown;
  getType(name: string): unknown;
}

interface MacroCall {
  readonly args: readonly ASTNode[];
}

const NEXT_ID = ({ args }: MacroCall) => ({
  typeCheck(checker: Checker, _: unknown, names: Names) {
    for (const argument of args) checker.check(argument, names);
    return checker.getType('string');
  },
  evaluate(evaluator: Evaluator, _: unknown, names: Names) {
    const [argument] = args;
    const prefix = argument === undefined ? '' : evaluator.run(argument, names);
    const host = names.getValue(HOST);
    if (typeof prefix !== 'string') throw new TypeError('`nextId` wants a text.');
    if (!isHost(host)) throw new TypeError('`nextId` has no run to count in.');
    return host.nextId(prefix);
  },
});

function sum(list: readonly unknown[]): bigint | number {
  let whole = 0n;
  let fraction: number | null = null;
  for (const value of list) {
    if (typeof value === 'bigint') whole += value;
    else if (typeof value === 'number') fraction = (fraction ?? 0) + value;
    else throw new TypeError('`sum` wants numbers.');
  }
  if (fraction === null) return whole;
  if (whole !== 0n) throw new TypeError('`sum` wants whole numbers only or none.');
  return fraction;
}

/** `keyed` stands inside macros that ask it for the same list again and again. */
const maps = new WeakMap<readonly unknown[], Map<string, Readonly<Record<string, unknown>>>>();

function keyed(list: readonly unknown[], field: string): Readonly<Record<string, unknown>> {
  const known = maps.get(list) ?? new Map<string, Readonly<Record<string, unknown>>>();
  maps.set(list, known);
  const before = known.get(field);
  if (before !== undefined) return before;
  const map: Record<string, unknown> = {};
  for (const row of list) {
    const key: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined;
    if (typeof key !== 'string' && typeof key !== 'bigint')
      throw new TypeError(`A row has no text or whole number in \`${field}\`.`);
    put(map, String(key), row);
  }
  known.set(field, map);
  return map;
}

const OPTIONS = { async: false };

/** CEL with ours in it: `sum`, `keyed`, `nextId`. One for the whole program: it holds no state of a run. */
export const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 400, maxDepth: 40, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 8 },
})
  .registerFunction('sum(list): dyn', sum, OPTIONS)
  .registerFunction('keyed(list, string): map', keyed, OPTIONS)
  .registerFunction('nextId(ast): string', NEXT_ID, OPTIONS);
