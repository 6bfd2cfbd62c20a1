import { describe, expect, it } from 'vitest';
import type { Json } from '../../model/json.ts';
import type { ExpressionHost, Scope } from '../expression.ts';
import { compileExpression, unknownNames } from './compile.ts';

const host = (): ExpressionHost => {
  const counts = new Map<string, number>();
  return {
    nextId(prefix) {
      const n = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, n);
      return `${prefix}-${String(n)}`;
    },
  };
};

/** The value, or the problem as `code: message`. */
function answer(text: string, scope: Scope = {}): Json {
  const compiled = compileExpression(text);
  const result = compiled.ok ? compiled.value.evaluate(scope, host()) : compiled;
  return result.ok ? result.value : `${result.problem.code}: ${result.problem.message}`;
}

describe('an expression', () => {
  it.each<[string, Scope, Json]>([
    ['product.unit_price_cents * body.qty', { product: { unit_price_cents: 1200 }, body: { qty: 2 } }, 2400],
    ['-line.qty', { line: { qty: 3 } }, -3],
    ['7 / 2', {}, 3],
    ["'O-' + string(n)", { n: 7 }, 'O-7'],
    ['first + second', { first: [1], second: ['a'] }, [1, 'a']],
    ["lines.map(l, l.sku + ' x' + string(l.qty)).join(', ')", { lines: [{ sku: 'A', qty: 2 }] }, 'A x2'],
    ['size(lines)', { lines: [1, 2] }, 2],
    ['has(body.note)', { body: { note: null } }, true],
    ['has(body.note)', { body: {} }, false],
    ['type(x) == string', { x: 'a' }, true],
    ["{'U1': 10000, 'U2': 6000}[user.id]", { user: { id: 'U2' } }, 6000],
    ["keyed(users, 'id')[o].name", { users: [{ id: 'U1', name: 'Alice' }], o: 'U1' }, 'Alice'],
    ["keyed(users, 'id')[o].name", { users: [{ id: 4, name: 'Alice' }], o: 4 }, 'Alice'],
    ['sku in free ? free[sku] : null', { sku: 'A', free: {} }, null],
    ['sum([]) + sum(some)', { some: [1, 2] }, 3],
    ["status in ['APPROVED', 'REJECTED']", { status: 'REJECTED' }, true],
    ["['W', 'W', 'E'].map(p, nextId(p))", {}, ['W-1', 'W-2', 'E-1']],
    ['row == null', { row: null }, true],
    ['row == null', { row: { id: 1 } }, false],
    ["{'sku': s._id, 'free': s.n}", { s: { _id: 'A', n: 1 } }, { sku: 'A', free: 1 }],
    ['value', { value: 1.5 }, 1.5],
  ])('%s over %j is %j', (text, scope, value) => {
    expect(answer(text, scope)).toEqual(value);
  });

  it.each<[string, Scope, string]>([
    ['1 +', {}, 'expr-syntax: This expression cannot be read: Unexpected token: EOF.'],
    ["'a' + 1", {}, 'expr-type: `string + int` fits no two kinds of value.'],
    ['qty + 1', { qty: 'two' }, 'expr-run: `string + int` fits no two kinds of value.'],
    ['rate + 1', { rate: 0.5 }, 'expr-run: `double + int`: whole numbers and fractions do not mix.'],
    ['sum(rows)', { rows: 'a' }, 'expr-run: `sum(string)` does not fit what `sum` takes.'],
    ['sum(rows)', { rows: ['a'] }, 'expr-run: `sum` wants numbers.'],
    ["keyed(rows, 'id')", { rows: [{ sku: 1 }] }, 'expr-run: A row has no text or whole number in `id`.'],
    ['row.name', { row: { id: 1 } }, 'expr-run: There is no `name` here.'],
    ['rows[2]', { rows: [1] }, 'expr-run: The list has no element 2.'],
    ['1 / n', { n: 0 }, 'expr-run: This divides by zero.'],
    ['n * n', { n: 4_000_000_000 }, 'expr-run: The number 16000000000000000000 is too large.'],
    ['type(1)', {}, 'expr-run: The result is not data.'],
  ])('%s over %j says %s', (text, scope, said) => {
    expect(answer(text, scope)).toBe(said);
  });

  it('names what it needs, without the variables of its loops', () => {
    const compiled = compileExpression('stock.all(s, s.on_hand == 10 + sum(moved.filter(m, m.sku == s._id)))');

    expect(compiled.ok && compiled.value.names).toEqual(['moved', 'stock']);
  });

  it('points at an unknown name and knows what was meant', () => {
    const compiled = compileExpression('1 + bdoy.qty');

    expect(compiled.ok && unknownNames(compiled.value, ['body', 'params'])).toEqual([
      { code: 'expr-name', message: 'Nothing here is called `bdoy`.', start: 4, end: 8, near: 'body' },
    ]);
    expect(answer('1 + bdoy.qty', { body: {} })).toBe('expr-name: Nothing here is called `bdoy`.');
  });
});

describe('a hostile expression', () => {
  it.each([
    ['x.constructor', 'expr-run: There is no `constructor` here.'],
    ["x['__proto__']", 'expr-run: There is no `__proto__` here.'],
    ['constructor', 'expr-name: Nothing here is called `constructor`.'],
    ["'aaaa'.matches('^(a+)+$')", 'expr-name: There is no function `matches`.'],
    ['timestamp(0)', 'expr-name: There is no function `timestamp`.'],
    ['google.protobuf', 'expr-name: Nothing here is called `google`.'],
    ['a.all(b, b.all(c, c.all(d, d.all(e, true))))', 'expr-type: `all` stands inside 3 others; that is too deep.'],
    ["'" + 'a'.repeat(500) + "'", 'expr-syntax: This expression has 502 characters; 500 are allowed.'],
  ])('%s gets nowhere', (text, said) => {
    expect(answer(text, { x: {} })).toBe(said);
  });

  it('is refused when it nests too deep', () => {
    expect(answer('('.repeat(60) + '1' + ')'.repeat(60))).toMatch(/^expr-syntax: .*maxDepth/);
  });

  it('does not look at more rows than anybody would wait for', () => {
    const rows = Array.from({ length: 1000 }, (_, n) => n);

    expect(answer('a.all(x, a.all(y, a.all(z, x + y + z >= 0)))', { a: rows })).toBe(
      'expr-run: This expression looks at too many rows.',
    );
    expect(answer('size(a)', { a: new Array<Json>(20_001).fill(1) })).toMatch(/^expr-run: A list of 20001 elements/);
  });

  it('keeps a key called __proto__ apart from the prototype', () => {
    const rows = [JSON.parse('{ "id": "__proto__", "qty": 3 }') as Json];

    expect(answer("keyed(rows, 'id')['__proto__'].qty", { rows })).toBe(3);
    expect(answer('row.polluted', { row: JSON.parse('{ "__proto__": { "polluted": 1 } }') as Json })).toMatch(
      /no `polluted`/,
    );
  });
});

describe('rows read again and again', () => {
  it('are read anew when they may have changed', () => {
    const row = { qty: 1 };
    const frozen = Object.freeze({ qty: 1 });
    expect(answer('row.qty + frozen.qty', { row, frozen })).toBe(2);

    row.qty = 5;

    expect(answer('row.qty + frozen.qty', { row, frozen })).toBe(6);
  });

  it('cost little', () => {
    const moved = Array.from({ length: 1000 }, (_, n) =>
      Object.freeze({ _id: `M-${String(n)}`, sku: `S-${String(n % 3)}`, delta: -1, reason: 'SALE' }),
    );
    const stock = ['S-0', 'S-1', 'S-2'].map((sku) => ({
      _id: sku,
      on_hand: 10 - moved.filter((m) => m.sku === sku).length,
    }));
    const text = 'stock.all(s, s.on_hand == 10 + sum(moved.filter(m, m.sku == s._id).map(m, m.delta)))';
    const started = process.hrtime.bigint();

    for (let round = 0; round < 20; round++) expect(answer(text, { stock, moved: [...moved] })).toBe(true);

    expect(Number(process.hrtime.bigint() - started) / 20 / 1e6).toBeLessThan(20);
  });
});
