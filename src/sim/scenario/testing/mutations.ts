import fc from 'fast-check';

/** Pieces that have broken readers of such files before, or look as if they could. */
const HOSTILE = [
  '[',
  '{',
  '- - - -',
  '? ',
  '&a ',
  '*a',
  '!!js/function "x"',
  '<<: *a',
  '"',
  "'",
  '|',
  '>',
  '%YAML 1.1',
  '---',
  '\t',
  '\u0000',
  '\u2028',
  'null',
  '.inf',
  '-1e999',
  '0x10',
  '9007199254740993',
  'true',
  '=',
  '="x".matches("(a+)+$")',
  '=[1,2,3].map(x, [1,2,3].map(y, [1,2,3].map(z, x)))',
  '=nextId(nextId(nextId("a")))',
  '__proto__',
  'constructor',
  'toString',
  'choose: publishing',
  '{ choose: nothing }',
  'otherwise',
  'never',
  '99999999999s',
  "'; drop table orders; --",
  '$$ :a $$',
  '<script>alert(1)</script>',
  '{ $where: "sleep(9e9)" }',
  'services',
  'plan',
  'after: v2',
  'database: shop',
  'x'.repeat(500),
];

interface Edit {
  /** Where in the file, as a share of its length. */
  readonly from: number;
  /** How much is taken out, in characters or in lines. */
  readonly take: number;
  readonly put: string;
  readonly kind: 'characters' | 'lines' | 'copy';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  take: fc.nat({ max: 12 }),
  put: fc.oneof(fc.constant(''), fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 6 })),
  kind: fc.constantFrom('characters', 'lines', 'copy'),
});

/** A text with a few edits: characters or whole lines taken out, replaced by something hostile, or copied elsewhere. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => edits.reduce(apply, text));
}

function apply(text: string, { from, take, put, kind }: Edit): string {
  const at = Math.floor(from * text.length);
  if (kind === 'characters') return text.slice(0, at) + put + text.slice(at + take);
  const lines = text.split('\n');
  const line = Math.floor(from * lines.length);
  const block = lines.slice(line, line + take);
  if (kind === 'copy') return [...lines.slice(0, line), ...block, ...block, ...lines.slice(line)].join('\n');
  const indent = /^\s*/.exec(lines[line] ?? '')?.[0] ?? '';
  return [...lines.slice(0, line), ...(put === '' ? [] : [indent + put]), ...lines.slice(line + take)].join('\n');
}
