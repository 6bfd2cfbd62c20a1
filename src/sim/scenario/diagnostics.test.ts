import { describe, expect, it } from 'vitest';
import { checkScenario } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { edited, unmarked } from './testing/marked.ts';
import { designs, oneOrder, oneOrderLesson } from './testing/fixtures.ts';

interface Row {
  readonly code: string;
  readonly says: string;
  /** A passage of the file, and what stands there instead, with the place of the finding between `«` and `»`. */
  readonly instead: string;
  readonly of: string;
  readonly suggests?: string;
}

const TAKE = '            - each: { line: =data.lines }\n              write: stock\n';
const READ = '        - read: select sku, unit_price_cents from product_ref order by sku\n';
const REPLY = '        - reply: 201\n';
const WHOLE_REPLY = `${REPLY}          body: { id: =body.id }\n`;

/** One bad file for every code, the sentence it earns and where it stands. */
const IN_A_SCENARIO: readonly Row[] = [
  {
    code: 'yaml-syntax',
    says: 'This is not valid YAML: no anchor has this name.',
    of: 'minutes: 8',
    instead: 'minutes: «*none»',
  },
  {
    code: 'yaml-syntax',
    says: 'This is not valid YAML: `bloom` stands here twice.',
    of: 'minutes: 8',
    instead: 'minutes: 8\n«bloom»: apply',
  },
  {
    code: 'yaml-syntax',
    says: 'This is not valid YAML: a second document stands in the file.',
    of: 'messages:\n',
    instead: '«---»\nmessages:\n',
  },
  {
    code: 'yaml-syntax',
    says: 'This is not valid YAML: an alias stands inside its own anchor.',
    of: 'minutes: 8',
    instead: 'minutes: &a [«*a»]',
  },
  {
    code: 'yaml-syntax',
    says: 'This is not valid YAML: it nests too deeply.',
    of: 'minutes: 8',
    instead: `minutes: ${'['.repeat(40)}«[»${']'.repeat(41)}`,
  },
  {
    code: 'too-large',
    says: 'More than 100 aliases (`*name`) stand in this file.',
    of: 'minutes: 8',
    instead: `minutes: &m 8\nrequires: [${'*m, '.repeat(100)}«*m»]`,
  },
  { code: 'yaml-syntax', says: 'Tags such as `!x` are not read.', of: 'minutes: 8', instead: 'minutes: «!big» 8' },
  { code: 'format-newer', says: 'This file needs a newer Sagascope.', of: 'format: 1', instead: 'format: «2»' },
  {
    code: 'key-unknown',
    says: '`comands` means nothing here; did you mean `commands`?',
    of: '\ncommands:',
    instead: '\n«comands»:',
    suggests: 'Write `commands`.',
  },
  {
    code: 'key-unknown',
    says: 'Merge keys (`<<`) are not read; write the keys out, or use a base.',
    of: 'minutes: 8',
    instead: 'minutes: 8\n«<<»: { title: x }',
  },
  {
    code: 'key-unknown',
    says: '`constructor` cannot be used as a name.',
    of: '  user:\n    title: User',
    instead: '  «constructor»:\n    title: User',
  },
  {
    code: 'key-unknown',
    says: '`limit` means nothing here.',
    of: REPLY,
    instead: `        - reply: 201\n          «limit»: 3\n`,
    suggests: 'Beside `reply` may stand body, if, else, each.',
  },
  {
    code: 'value-type',
    says: '`minutes` wants a whole number from 1 to 600.',
    of: 'minutes: 8',
    instead: 'minutes: «eight»',
  },
  {
    code: 'value-type',
    says: '`engine` wants one of postgres, sqlite, document, memory.',
    of: 'engine: sqlite',
    instead: 'engine: «sqlit»',
    suggests: 'Write `sqlite`.',
  },
  {
    code: 'value-type',
    says: '`at` wants a duration such as 200ms, 5s or 2m.',
    of: 'run: A-BOOK2, at: 0ms',
    instead: 'run: A-BOOK2, at: «soon»',
  },
  {
    code: 'too-large',
    says: '`title` wants at most 400 characters.',
    of: 'title: Inventory Service',
    instead: `title: «${'x'.repeat(401)}»`,
  },
  {
    code: 'expr-syntax',
    says: 'This expression cannot be read: Unexpected token: EOF.',
    of: '=stock.all(s, s.on_hand == 10 + sum(moved.filter(m, m.sku == s._id).map(m, m.delta)))"',
    instead: '=stock.all(«"»',
  },
  {
    code: 'text-unquoted',
    says: 'A comma or colon ended this text early; put it in double quotes.',
    of: 'body: { id: O-1, user: U1',
    instead: 'body: { id: O-1, «or later», user: U1',
  },
  {
    code: 'text-unquoted',
    says: 'A comma or colon ended this text early; put it in double quotes.',
    of: 'title: One order, three databases',
    instead: 'title: «O»ne order: three databases',
  },
  {
    code: 'expr-name',
    says: 'Nothing here is called `prize`.',
    of: 'l.qty * price[l.sku]',
    instead: 'l.qty * «prize»[l.sku]',
    suggests: 'Write `price`.',
  },
  {
    code: 'expr-name',
    says: 'Nothing here is called `Body`.',
    of: '(:body.id, :body.user,',
    instead: '(«:Body.id», :body.user,',
    suggests: 'Write `body`.',
  },
  {
    code: 'expr-type',
    says: '`holds` must be true or false.',
    of: '"=stock.all(s, s.on_hand == 10 + sum(moved.filter(m, m.sku == s._id).map(m, m.delta)))"',
    instead: '«"=size(stock) + size(moved)"»',
  },
  {
    code: 'step-verb',
    says: 'A step has exactly one verb; this one has 2.',
    of: WHOLE_REPLY,
    instead: '        - «reply: 201\n          refuse: NO»\n',
  },
  {
    code: 'step-verb',
    says: 'A step has exactly one verb; this one has 0.',
    of: WHOLE_REPLY,
    instead: '        - «if: =true»\n',
  },
  {
    code: 'step-place',
    says: '`wait` cannot stand inside a transaction.',
    of: TAKE,
    instead: `            - «wait»: 5s\n${TAKE}`,
  },
  {
    code: 'step-place',
    says: '`reply` cannot stand inside a message handler.',
    of: '      take-from-shelf:\n',
    instead: '      take-from-shelf:\n        - «reply»: 200\n',
  },
  {
    code: 'result-unused',
    says: '`done` is never looked at, so its failure would be silent.',
    of: REPLY,
    instead: `          as: «done»\n${REPLY}`,
  },
  {
    code: 'sql-nondeterministic',
    says: 'The result depends on `now`; bind `:now` or `nextId`.',
    of: ':total, 1, :now)',
    instead: ':total, 1, «now»())',
  },
  {
    code: 'sql-nondeterministic',
    says: 'The result depends on `current_timestamp`; bind `:now` or `nextId`.',
    of: 'version int not null, created_at_ms bigint not null',
    instead: 'version int not null, created_at timestamp default «current_timestamp»',
  },
  {
    code: 'sql-unordered',
    says: 'Several rows without `order by`.',
    of: READ,
    instead: '        - read: «select sku, unit_price_cents from product_ref»\n',
  },
  {
    code: 'sql-unordered',
    says: 'Several rows without `order by`.',
    of: READ,
    instead: '        - read: «select sku from (select sku from product_ref order by sku) as sorted»\n',
  },
  {
    code: 'expr-name',
    says: 'Nothing here is called `line`.',
    of: REPLY,
    instead: '        - let: { last: =«line».sku }\n        - reply: 201\n',
  },
  {
    code: 'sql-foreign-table',
    says: '`users` belongs to User Service.',
    of: 'from product_ref order by sku',
    instead: 'from product_ref join «users» on true order by sku',
    suggests: 'Ask `user` by a call, keep a copy, or reach in with `in: user` to see it refused.',
  },
  {
    code: 'filter-operator',
    says: '`$where` is no operator here.',
    of: 'filter: { _id: =line.sku }',
    instead: 'filter: { _id: =line.sku, «$where»: x }',
  },
  {
    code: 'filter-operator',
    says: '`$currentDate` is no operator here.',
    of: 'update: { $inc: { on_hand: =-line.qty } }',
    instead: 'update: { «$currentDate»: { on_hand: true } }',
  },
  {
    code: 'table-reserved',
    says: '`outbox` is made by the product.',
    of: 'create table product_ref (',
    instead: 'create table «outbox» (id text); create table product_ref (',
  },
  {
    code: 'table-reserved',
    says: '`inbox` is made by the product.',
    of: 'movements: [] }',
    instead: 'movements: [], «inbox»: [] }',
  },
  {
    code: 'migration-name',
    says: 'Name a migration `V<n>__what_it_does`.',
    of: 'V1__create_users',
    instead: '«create_users»',
  },
  {
    code: 'message-unheard',
    says: 'Nobody consumes `OrderCreated`.',
    of: '- emit: OrderCreated\n',
    instead: '- emit: «OrderCreated»\n',
  },
  {
    code: 'message-undeclared',
    says: '`OrderMade` is not declared.',
    of: '- emit: OrderCreated\n',
    instead: '- emit: «OrderMade»\n',
  },
  {
    code: 'message-undeclared',
    says: '`OrderMade` is not declared.',
    of: '{ OrderCreated: remember-order }',
    instead: '{ «OrderMade»: remember-order }',
  },
  {
    code: 'message-field',
    says: '`OrderCreated` lacks `total`.',
    of: 'data: { order: =body.id, user: =body.user, lines: =body.lines, total: =total, version: 1 }',
    instead: 'data: «{ order: =body.id, user: =body.user, lines: =body.lines, version: 1 }»',
  },
  {
    code: 'verb-kind',
    says: 'An event is emitted, a command is sent.',
    of: '- emit: OrderCreated\n',
    instead: '- «send»: OrderCreated\n',
    suggests: 'Write `emit`.',
  },
  {
    code: 'call-unknown',
    says: 'Order Service has no `PUT /orders`.',
    of: 'call: order POST /orders',
    instead: 'call: «order PUT /orders»',
  },
  {
    code: 'handler-unknown',
    says: 'User Service has no handler `remember`.',
    of: '{ OrderCreated: remember-order }',
    instead: '{ OrderCreated: «remember» }',
  },
  {
    code: 'handler-unreachable',
    says: 'Nothing runs `forget`.',
    of: '      remember-order:\n',
    instead: '      «forget»: [{ do: [] }]\n      remember-order:\n',
  },
  {
    code: 'target-unknown',
    says: 'There is no `A-BOOK3`.',
    of: '{ run: A-BOOK2,',
    instead: '{ run: «A-BOOK3»,',
    suggests: 'Write `A-BOOK2`.',
  },
  {
    code: 'target-unknown',
    says: 'There is no `orders`.',
    of: 'plan:\n',
    instead: 'plan:\n  - { fault: crash, on: «orders», at: 1s }\n',
  },
  {
    code: 'target-unknown',
    says: 'There is no `tx.after_comit`.',
    of: 'plan:\n',
    instead: 'plan:\n  - { fault: crash, on: order, at: { point: «tx.after_comit» } }\n',
    suggests: 'Write `tx.after_commit`.',
  },
  {
    code: 'target-unknown',
    says: 'There is no `v2`.',
    of: 'plan:\n',
    instead: 'plan:\n  - { operate: deploy, on: order, version: «v2», at: 1s }\n',
  },
  {
    code: 'address-unknown',
    says: 'There is no table `user.user`.',
    of: '  user.users: [',
    instead: '  «user.user»: [',
    suggests: 'Write `user.users`.',
  },
  {
    code: 'address-unknown',
    says: 'There is no table `inventory.moves`.',
    of: 'write: movements',
    instead: 'write: «moves»',
  },
  {
    code: 'promise-unknown',
    says: 'There is no promise `no-zombi`.',
    of: 'no-zombie: {}',
    instead: '«no-zombi»: {}',
    suggests: 'Write `no-zombie`.',
  },
  {
    code: 'promise-too-eager',
    says: 'An `always` over several services usually means `at-rest`.',
    of: 'when: always\n    ask: { stock: inventory.stock,',
    instead: 'when: «always»\n    ask: { users: user.users, stock: inventory.stock,',
  },
  {
    code: 'not-yet',
    says: '`mode` is not yet in this version.',
    of: 'messages:\n',
    instead: 'broker: { «mode»: log }\nmessages:\n',
  },
];

const IN_A_DESIGN: readonly Row[] = [
  { code: 'value-type', says: '`until` wants a time within the hour.', of: 'until: 30s', instead: 'until: «61m»' },
  {
    code: 'choice-unknown',
    says: 'There is no choice `publish`.',
    of: 'publish: { choose: publishing }',
    instead: 'publish: { choose: «publish» }',
  },
  {
    code: 'option-unknown',
    says: '`four` is not an option of `limit`.',
    of: 'deliveryLimit: { choose: limit, three: 3 }',
    instead: 'deliveryLimit: { choose: limit, «four»: 3 }',
  },
  {
    code: 'option-unknown',
    says: '`two` is not an option of `limit`.',
    of: 'default: three, needs',
    instead: 'default: «two», needs',
  },
  {
    code: 'option-never-used',
    says: 'No value depends on `four`.',
    of: '{ none: No limit, three: Three }',
    instead: '{ none: No limit, three: Three, five: Five, «four»: Four }',
  },
  {
    code: 'case-same',
    says: 'This case equals the default.',
    of: '  patient:\n',
    instead: '  «again»: { says: The same. }\n  patient:\n',
  },
];

const IN_A_LESSON: readonly Row[] = [
  {
    code: 'anchor-unreachable',
    says: 'No run reaches this point.',
    of: '{ point: publish.after_confirm, in: order }',
    instead: '«{ point: publish.after_confirm, in: user }»',
    suggests: 'Nothing is published there.',
  },
  {
    code: 'anchor-unreachable',
    says: 'No run reaches this point.',
    of: '{ point: tx.after_commit, in: order }',
    instead: '{ point: «tx.after_comit», in: order }',
    suggests: 'Write `tx.after_commit`.',
  },
  {
    code: 'lesson-ungraded',
    says: 'No option is right.',
    of: '    predict:\n      ask: Which is updated first, Inventory or User?',
    instead: '    «predict»:\n      ask: Which is updated first, Inventory or User?',
  },
  { code: 'value-type', says: '`because` wants a misconception such as M04.', of: 'M08', instead: '«8»' },
  {
    code: 'address-unknown',
    says: 'There is no table `order.order`.',
    of: 'tables: [order.orders, order.outbox]',
    instead: 'tables: [«order.order», order.outbox]',
  },
];

type Place = ReturnType<typeof unmarked>['place'];

const line = (code: string, message: string, { line, column, endLine, endColumn }: Place): string =>
  `${String(line)}:${String(column)}–${String(endLine)}:${String(endColumn)} ${code} ${message}`;

/** What a text earns, the suggestion behind it when the row asks for it. */
function earned(found: readonly Diagnostic[], row: Row): readonly string[] {
  return found.map(
    (one) => line(one.code, one.message, one) + (row.suggests === undefined ? '' : ` ${String(one.suggestion)}`),
  );
}

function expected(row: Row, place: Place): string {
  return line(row.code, row.says, place) + (row.suggests === undefined ? '' : ` ${row.suggests}`);
}

describe('a scenario file', () => {
  it.each(IN_A_SCENARIO)('earns $code: $says', (row) => {
    const { text, place } = unmarked(edited(scenarioFor(row), row.of, row.instead));

    expect(earned(checkScenario({ ...oneOrder, text }), row).join('\n')).toContain(expected(row, place));
  });

  it.each(IN_A_DESIGN)('with choices earns $code: $says', (row) => {
    const { text, place } = unmarked(edited(designs.text, row.of, row.instead));

    expect(earned(checkScenario({ ...designs, text }), row).join('\n')).toContain(expected(row, place));
  });
});

describe('a lesson', () => {
  it.each(IN_A_LESSON)('earns $code: $says', (row) => {
    const lesson =
      row.code === 'lesson-ungraded' ? oneOrderLesson.text.replace(', right: true', '') : oneOrderLesson.text;
    const { text, place } = unmarked(edited(lesson, row.of, row.instead));
    const found = checkScenario(oneOrder, { ...oneOrderLesson, text });

    expect(earned(found, row).join('\n')).toContain(expected(row, place));
    expect(found.every(({ file }) => file === 'lesson.yaml')).toBe(true);
  });
});

/** Nobody hears an event only when nobody consumes it. */
function scenarioFor({ code }: Row): string {
  if (code !== 'message-unheard') return oneOrder.text;
  return oneOrder.text.replaceAll(/ {4}consumes:\n.*\n/g, '');
}

it('is refused in one sentence when it is too large', () => {
  const text = `${oneOrder.text}\n# ${'x'.repeat(256 * 1024)}`;

  expect(checkScenario({ ...oneOrder, text })).toEqual([
    expect.objectContaining({ code: 'too-large', message: 'This file is larger than 256 KiB.', line: 1 }),
  ]);
});
