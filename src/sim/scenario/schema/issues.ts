import type { z } from 'zod';
import type { Json } from '../../model/json.ts';
import { nearest } from '../expressions/nearest.ts';
import type { Path } from '../place.ts';
import { type Problem, problem, type Spot } from '../problem.ts';
import { KNOWN_KEYS, type Said } from './words.ts';

type Issue = z.core.$ZodIssue;

/** What a schema finds wrong with a value, as problems at the values and keys to blame. `under` is the path of the value in the file. */
export function shapeProblems(schema: z.ZodType, value: Json, under: Path, at: Spot | null): readonly Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => problemsOf(issue, value, under, at));
}

function problemsOf(issue: Issue, root: Json, under: Path, at: Spot | null): readonly Problem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const found = spotAt(root, path, at);
  const full = [...under, ...path];
  const here = { spot: found.spot };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        unknownKey(key, issue.message, [...full, key], spotAt(root, [...path, key], at).spot),
      );
    case 'invalid_union':
      return unionProblems(issue, found.value, full, found.spot);
    case 'invalid_key':
      return [
        problem('value-type', `\`${nameOf(full)}\` wants to be ${issue.issues[0]?.message ?? 'a name'}.`, full, {
          ...here,
          at: 'key',
        }),
      ];
    case 'custom':
      return [customProblem(issue, full, found.spot)];
    default:
      return [typeProblem(issue, full, found)];
  }
}

function typeProblem(issue: Issue, full: Path, found: Found): Problem {
  if (found.value === undefined) {
    return problem('value-type', `\`${nameOf(full)}\` is missing here; it wants ${issue.message}.`, full, {
      spot: found.spot,
      at: 'key',
    });
  }
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const near = typeof found.value === 'string' ? nearest(found.value, values) : null;
  const suggestion = near === null ? null : `Write \`${near}\`.`;
  const code =
    issue.code === 'too_big' && issue.origin !== 'number' && issue.origin !== 'int' ? 'too-large' : 'value-type';
  return problem(code, `\`${nameOf(full)}\` wants ${issue.message}.`, full, { spot: found.spot, suggestion });
}

function unknownKey(key: string, message: string, path: Path, spot: Spot | null): Problem {
  const known = message.startsWith(KNOWN_KEYS) ? message.slice(KNOWN_KEYS.length).split(' ') : [];
  const near = nearest(key, known);
  const hint = near === null ? '' : `; did you mean \`${near}\`?`;
  const suggestion = near === null ? `Known here: ${known.join(', ')}.` : `Write \`${near}\`.`;
  return problem('key-unknown', `\`${key}\` means nothing here${hint === '' ? '.' : hint}`, path, {
    spot,
    at: 'key',
    suggestion,
  });
}

function customProblem(issue: Issue, full: Path, spot: Spot | null): Problem {
  const said = issue.code === 'custom' ? (issue.params?.['said'] as Said | undefined) : undefined;
  if (said === undefined) return problem('value-type', issue.message, full, { spot });
  const isLimit = said.code === 'too-large';
  const message = isLimit ? `\`${nameOf(full)}\` takes ${said.message}.` : said.message;
  return problem(said.code, message, full, {
    spot,
    suggestion: said.suggestion ?? null,
    at: said.at ?? (isLimit ? 'key' : 'value'),
  });
}

/** The branch that went furthest into the value is the one the author meant; when none did, the union itself speaks. */
function unionProblems(
  issue: Issue & { readonly code: 'invalid_union' },
  value: Json | undefined,
  full: Path,
  spot: Spot | null,
): readonly Problem[] {
  const branches = issue.errors.filter(
    (branch) =>
      branch.length > 0 && branch.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
  const [branch] = branches;
  if (branch === undefined || value === undefined) {
    const missing = value === undefined ? ' is missing here; it' : '';
    return [problem('value-type', `\`${nameOf(full)}\`${missing} wants ${issue.message}.`, full, { spot })];
  }
  return branch.flatMap((inner) => problemsOf(inner, value, full, spot));
}

interface Found {
  readonly value: Json | undefined;
  readonly spot: Spot | null;
}

/** Where a path leads; a missing value is to be blamed on the map that lacks it. */
function spotAt(root: Json, path: Path, at: Spot | null): Found {
  let value: Json | undefined = root;
  let spot = at;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return { value: undefined, spot };
    if (!Object.hasOwn(value, key)) return { value: undefined, spot };
    spot = { holder: value, key };
    value = (value as Readonly<Record<string | number, Json>>)[key];
  }
  return { value, spot };
}

/** The last name of a path: an entry of a list goes by the list's name. */
function nameOf(path: Path): string {
  const named = path.filter((key) => typeof key === 'string');
  return named.at(-1) ?? 'This file';
}
