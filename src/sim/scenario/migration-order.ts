/** Versioned migrations in ascending version, then repeatable ones by description, as Flyway runs them (R-MIG-2). */
export function migrationOrder(names: readonly string[]): readonly string[] {
  const versioned = names.filter((name) => name.startsWith('V')).toSorted((a, b) => versionOf(a) - versionOf(b));
  const repeatable = names.filter((name) => !name.startsWith('V')).toSorted();
  return [...versioned, ...repeatable];
}

function versionOf(name: string): number {
  return Number.parseInt(name.slice(1), 10) || 0;
}
