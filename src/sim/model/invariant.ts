/** Throws when something that only a bug of ours can spoil is spoiled. */
export function invariant(condition: boolean, says: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${says}`);
}

/** Ends a switch over a union: the compiler proves that nothing is left. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
