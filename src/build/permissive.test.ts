import { expect, it } from 'vitest';
import { isPermissive } from './permissive.ts';

it.each(['MIT', 'ISC', '(MIT OR GPL-3.0)', 'GPL-3.0 OR Apache-2.0', 'MIT AND ISC', 'BlueOak-1.0.0'])(
  'takes %s',
  (expression) => expect(isPermissive(expression)).toBe(true),
);

it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'EPL-2.0 OR GPL-3.0', 'MIT*', 'UNKNOWN', '', 'MIT AND (GPL-3.0 OR MPL-2.0)'])(
  'refuses %s',
  (expression) => expect(isPermissive(expression)).toBe(false),
);
