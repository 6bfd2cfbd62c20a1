import { unreachable } from '../model/invariant.ts';
import { isList, isMap, type Json } from '../model/json.ts';
import { printDuration } from './duration.ts';
import type { HandlerStep, ReadStep, WriteStep } from './handler-step.ts';
import { type CodeToken, plainTokens, sqlCode, valueCode } from './listing-tokens.ts';
import type { Handler } from './scenario.ts';

/** One line of a handler as the code panel shows it. Several lines may belong to one step and share its path. */
export interface CodeLine {
  /** As in `HandlerStep.path` and `HandlerLine.path`; the end of transaction `2` is `2.commit`. */
  readonly path: string;
  /** How far to indent, in levels. */
  readonly depth: number;
  readonly text: string;
  /** The same text in coloured pieces. */
  readonly tokens: readonly CodeToken[];
}

/** A handler as lines, in the words of the file; the end of each transaction has a line of its own. */
export function listing(handler: Handler): readonly CodeLine[] {
  return stepsOf(handler.steps, 0);
}

const stepsOf = (steps: readonly HandlerStep[], depth: number): readonly CodeLine[] =>
  steps.flatMap((step) => linesOf(step, depth));

function linesOf(step: HandlerStep, depth: number): readonly CodeLine[] {
  const modifiers = [...conditionLine(step, depth), ...eachLine(step, depth)];
  const inner = depth + modifiers.length;
  const otherwise =
    step.otherwise.length === 0 ? [] : [line(step.path, depth, key('else')), ...stepsOf(step.otherwise, depth + 1)];
  return [...modifiers, ...bodyOf(step, inner), ...otherwise];
}

function conditionLine(step: HandlerStep, depth: number): readonly CodeLine[] {
  return step.condition === null ? [] : [line(step.path, depth, [...key('if'), ...valueCode(step.condition)])];
}

function eachLine(step: HandlerStep, depth: number): readonly CodeLine[] {
  if (step.each === null) return [];
  const tokens = [...key('each'), ...plainTokens(`${step.each.name} in `), ...valueCode(step.each.list)];
  return [line(step.path, depth + (step.condition === null ? 0 : 1), tokens)];
}

function bodyOf(step: HandlerStep, depth: number): readonly CodeLine[] {
  const details = (...pairs: readonly (readonly [string, Json])[]) => detailLines(step.path, depth + 1, pairs);
  switch (step.verb) {
    case 'read':
      return [...statement(step, depth), ...readDetails(step, depth + 1)];
    case 'write':
      return [...statement(step, depth), ...writeDetails(step, depth + 1)];
    case 'let':
      return step.names.map(({ name, value }) =>
        line(step.path, depth, [...key('let'), ...plainTokens(`${name}: `), ...valueCode(value)]),
      );
    case 'transaction':
      return [
        line(step.path, depth, key('transaction')),
        ...stepsOf(step.steps, depth + 1),
        line(`${step.path}.commit`, depth + 1, [{ kind: 'keyword', text: 'commit' }]),
        ...details(['as', step.as]),
      ];
    case 'do':
      return [line(step.path, depth, key('do')), ...stepsOf(step.steps, depth + 1)];
    case 'emit':
    case 'send':
      return [
        line(step.path, depth, [...key(step.verb), ...plainTokens(step.type)]),
        ...details(['data', step.data], ['version', step.version === 1 ? null : step.version]),
      ];
    case 'call':
      return [
        line(step.path, depth, [...key('call'), ...plainTokens(`${step.service} ${step.operation}`)]),
        ...details(
          ['params', step.params],
          ['query', step.query],
          ['body', step.body],
          ['key', step.key],
          ['as', step.as],
        ),
      ];
    case 'reply':
      return [line(step.path, depth, [...key('reply'), ...valueCode(step.status)]), ...details(['body', step.body])];
    case 'refuse':
      return [
        line(step.path, depth, [...key('refuse'), ...plainTokens(step.reason)]),
        ...details(['status', step.status === 422 ? null : step.status]),
      ];
    case 'wait':
      return [line(step.path, depth, [...key('wait'), ...plainTokens(printDuration(step.ms))])];
    default:
      return unreachable(step);
  }
}

/** SQL may take several lines; the verb stands before the first. */
function statement(step: ReadStep | WriteStep, depth: number): readonly CodeLine[] {
  const said = step.verb === 'read' ? step.source : step.change;
  if (said.kind !== 'sql') return [line(step.path, depth, [...key(step.verb), ...plainTokens(said.collection)])];
  const written = said.sql.trimEnd().split('\n');
  return written.map((text, index) =>
    line(step.path, index === 0 ? depth : depth + 1, [...(index === 0 ? key(step.verb) : []), ...sqlCode(text.trim())]),
  );
}

function readDetails({ path, source, ...step }: ReadStep, depth: number): readonly CodeLine[] {
  const search: readonly (readonly [string, Json])[] =
    source.kind === 'sql'
      ? []
      : [
          ['filter', source.filter],
          ['sort', source.sort],
          ['limit', source.limit],
        ];
  return detailLines(path, depth, [
    ...search,
    ['in', step.in],
    ['row', step.row],
    ['rows', step.rows],
    ['count', step.count],
  ]);
}

function writeDetails({ path, change, ...step }: WriteStep, depth: number): readonly CodeLine[] {
  return detailLines(path, depth, [
    ...changeDetails(change),
    ['in', step.in],
    ['row', step.row],
    ['rows', step.rows],
    ['count', step.count],
    ['as', step.as ?? null],
  ]);
}

function changeDetails(change: WriteStep['change']): readonly (readonly [string, Json])[] {
  switch (change.kind) {
    case 'sql':
      return [];
    case 'insert':
      return [['insert', change.document]];
    case 'update':
      return [
        ['filter', change.filter],
        ['update', change.update],
        ['upsert', change.upsert || null],
      ];
    case 'delete':
      return [
        ['filter', change.filter],
        ['delete', true],
      ];
    default:
      return unreachable(change);
  }
}

/** Details that say something: neither absent nor empty. */
function detailLines(path: string, depth: number, pairs: readonly (readonly [string, Json])[]): readonly CodeLine[] {
  return pairs.flatMap(([name, value]) =>
    isEmpty(value) ? [] : [line(path, depth, [...key(name), ...valueCode(value)])],
  );
}

const isEmpty = (value: Json): boolean =>
  value === null || (isMap(value) && Object.keys(value).length === 0) || (isList(value) && value.length === 0);

const key = (word: string): readonly CodeToken[] => [
  { kind: 'keyword', text: word },
  { kind: 'plain', text: ': ' },
];

function line(path: string, depth: number, tokens: readonly CodeToken[]): CodeLine {
  const text = tokens
    .map((token) => token.text)
    .join('')
    .trimEnd();
  return { path, depth, text, tokens };
}
