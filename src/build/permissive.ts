/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

const inParentheses = /^\((.*)\)$/;

/**
 * Whether an SPDX expression (`MIT`, `(MIT OR GPL-3.0)`, `MIT AND ISC`) leaves a permissive way to use what it covers.
 * A licence only guessed from a file (`MIT*`), or none at all, is not one: somebody has to look.
 */
export function isPermissive(expression: string): boolean {
  const bare = expression.trim().replace(inParentheses, '$1');
  if (bare.includes('(')) return false;
  return bare
    .split(/\s+OR\s+/)
    .some((option) => option.split(/\s+AND\s+/).every((licence) => PERMISSIVE.has(licence.trim())));
}
