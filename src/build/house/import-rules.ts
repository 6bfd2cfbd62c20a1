import { MAY_IMPORT, NOT_AT_FIRST_PAINT, PACKAGE_HOMES, PANELS } from './rooms.ts';
import { type Import, importsOf, isForTests, type Source } from './source.ts';

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** The room a path belongs to: the longest entry of the table it lies in. */
export function roomOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => isWithin(path, room))
    .sort((a, b) => b.length - a.length)[0];
}

const panelOf = (path: string): string | undefined =>
  isWithin(path, PANELS) ? path.slice(PANELS.length + 1).split('/')[0] : undefined;

function isAllowed(from: string, target: string): boolean {
  const room = roomOf(from);
  if (room === undefined) return false;
  if (!isForTests(from) && isForTests(target)) return false;
  const [ownPanel, otherPanel] = [panelOf(from), panelOf(target)];
  if (ownPanel !== undefined && otherPanel !== undefined && ownPanel !== otherPanel) return false;
  return roomOf(target) === room || (MAY_IMPORT[room] ?? []).some((place) => isWithin(target, place));
}

/** Imports that go where their room may not: one sentence each. */
export function trespassesIn(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => !isForTests(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ isOurs, target }) => isOurs && /\.(tsx?|mjs)$/.test(target) && !isAllowed(source.path, target))
        .map(({ target }) => `${source.path} may not import ${target}`),
    );
}

function isPackage(target: string, name: string): boolean {
  return name.endsWith(':') ? target.startsWith(name) : isWithin(target, name);
}

/** Packages imported away from their home: one sentence each. */
export function strayPackagesIn(sources: readonly Source[]): readonly string[] {
  const homes = Object.entries(PACKAGE_HOMES);
  return sources
    .filter(({ path }) => !isForTests(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ isOurs }) => !isOurs)
        .filter(({ target }) =>
          homes.some(
            ([name, places]) => isPackage(target, name) && !places.some((home) => isWithin(source.path, home)),
          ),
        )
        .map(({ target }) => `${source.path} may not import the package ${target}`),
    );
}

/** Files that lie in no room of the table. */
export function homelessIn(sources: readonly Source[], exceptions: readonly string[]): readonly string[] {
  return sources.map(({ path }) => path).filter((path) => roomOf(path) === undefined && !exceptions.includes(path));
}

const isLoadedWith = ({ isTypeOnly, isDynamic }: Import): boolean => !isTypeOnly && !isDynamic;

/** Heavy packages that the entry loads before anybody asks for them, each with the way it gets there. */
export function heavyAtStart(sources: readonly Source[], entry: string): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const wayTo = new Map([[entry, entry]]);
  const heavy: string[] = [];
  for (const [path, way] of wayTo) {
    const source = byPath.get(path);
    if (source === undefined) continue;
    for (const { target, isOurs } of importsOf(source).filter(isLoadedWith)) {
      if (isOurs && !wayTo.has(target)) wayTo.set(target, `${way} > ${target}`);
      if (!isOurs && NOT_AT_FIRST_PAINT.some((name) => isPackage(target, name))) heavy.push(`${way} > ${target}`);
    }
  }
  return heavy;
}
