import { expect, it } from 'vitest';
import { evaluateValue, namesIn } from './value.ts';

const host = { nextId: (prefix: string) => `${prefix}-1` };

it('computes every text that begins with `=`, at any depth, and nothing else', () => {
  const value = { $inc: { on_hand: '=-qty' }, tags: ['=sku', 'a = b', "='=' + sku"], '=sku': 1, quoted: "='=x'" };

  expect(evaluateValue(value, { qty: 2, sku: 'A' }, host)).toEqual({
    ok: true,
    value: { $inc: { on_hand: -2 }, tags: ['A', 'a = b', '=A'], '=sku': 1, quoted: '=x' },
  });
});

it('says where in the value a problem is', () => {
  const result = evaluateValue({ lines: [{ qty: 1 }, { qty: '=qyt' }] }, { qty: 2 }, host);

  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'expr-name', path: 'lines.1.qty', near: 'qty', start: 0 },
  });
});

it('knows the names a value needs', () => {
  expect(namesIn({ a: '=body.id', b: ['=rows.map(r, r.id)', '=now'], c: '=1 +', d: 'text' })).toEqual([
    'body',
    'now',
    'rows',
  ]);
});
