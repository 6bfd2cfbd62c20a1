import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** The page forbids code made from text, and zod's faster way makes some. */
z.config({ jitless: true });

/** What a custom check of a schema says, with its own code. */
export interface Said {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly at?: 'key' | 'value';
}

/** Marks the message of an unknown key, which carries the keys that are known. */
export const KNOWN_KEYS = 'known keys: ';

/** A map with these keys and no others. */
export function map<Shape extends z.ZodRawShape>(shape: Shape, type = 'a map') {
  const known = `${KNOWN_KEYS}${Object.keys(shape).join(' ')}`;
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? known : type) });
}

export function listOf<Item extends z.ZodType>(item: Item, most: number, type = 'a list') {
  return z.array(item, { error: type }).max(most, { error: `at most ${String(most)} entries` });
}

/** A map whose keys are names of one kind. */
export function byName<Key extends z.ZodType<string, string>, Value extends z.ZodType>(
  name: Key,
  value: Value,
  most: number = LIMITS.rows,
) {
  return z.record(name, value, { error: 'a map' }).superRefine((entries, context) => {
    if (Object.keys(entries).length <= most) return;
    const said: Said = { code: 'too-large', message: `at most ${String(most)} entries` };
    context.addIssue({ code: 'custom', message: said.message, params: { said } });
  });
}

const named = (pattern: RegExp, type: string) =>
  z.string({ error: type }).max(80, { error: type }).regex(pattern, { error: type });

export const kebab = named(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name like `order-events`');
export const pascal = named(/^[A-Z][A-Za-z0-9]*$/, 'a name like `OrderCreated`');
export const identifier = named(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a name like `total` or `total_cents`');
export const commandName = named(/^[A-Za-z][A-Za-z0-9_-]*$/, 'a name like `A-BOOK2`');
export const anyName = z.string({ error: 'a text' }).min(1, { error: 'a text' }).max(200, { error: 'a shorter text' });
export const handlerName = named(
  /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*)$/,
  'a name like `place-order` or `ReserveStock`',
);
export const exchangeName = named(/^[A-Za-z][\w-]*(?:\.[\w-]+)*$/, 'a name like `shop.events`');

/** A text that a reader sees. */
export const prose = z
  .string({ error: 'a text' })
  .max(LIMITS.text, { error: `at most ${String(LIMITS.text)} characters` });
export const text = z.string({ error: 'a text' });
export const sql = text.max(LIMITS.sql, { error: `at most ${String(LIMITS.sql)} characters` });
export const flag = z.boolean({ error: 'true or false' });
export const duration = named(/^\d{1,9}(?:ms|s|m)$/, 'a duration such as 200ms, 5s or 2m');
export const durationOrNever = named(/^(?:\d{1,9}(?:ms|s|m)|never)$/, 'a duration such as 200ms, 5s or 2m, or `never`');
export const expression = z
  .string({ error: 'an expression, which begins with `=`' })
  .regex(/^=/, { error: 'an expression, which begins with `=`' })
  .max(LIMITS.expression + 1, { error: `at most ${String(LIMITS.expression)} characters` });

export const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `one of ${words.join(', ')}` });

export function whole(least: number, most: number) {
  const type = `a whole number from ${String(least)} to ${String(most)}`;
  return z.int({ error: type }).min(least, { error: type }).max(most, { error: type });
}

/** Anything: texts that begin with `=` are computed, at any depth. */
export const value = z
  .any()
  .meta({ description: 'A value. A text that begins with `=` is an expression, at any depth.' });
export const values = z.record(anyName, value, { error: 'a map' });
