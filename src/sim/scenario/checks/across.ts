import { mapAt } from '../assemble.ts';
import type { Cursor } from '../decode/cursor.ts';
import { own, without } from '../own.ts';
import type { Places } from '../place.ts';
import { type Problem, problem } from '../problem.ts';
import { versionsOf } from './context.ts';
import type { Variant } from './variant.ts';

/** What only shows when all variants are looked at together: events nobody hears, handlers nothing runs, cases that change nothing. */
export function checkAcross(variants: readonly Variant[], places: Places): readonly Problem[] {
  return [...unheard(variants, places), ...unreached(variants, places), ...sameCases(variants)];
}

/** Where a value was written, as a key: the same line read in two variants is one. */
function written(cursor: Cursor, places: Places): string {
  const place = cursor.spot === null ? null : places.of(cursor.spot.holder, cursor.spot.key);
  return place === null ? cursor.path.join('.') : `${place.source.file} ${String(place.key.start)}`;
}

function unheard(variants: readonly Variant[], places: Places): readonly Problem[] {
  const heard = new Set<string>();
  const emitted = new Map<string, { readonly type: string; readonly cursor: Cursor }>();
  for (const { world, uses } of variants) {
    const consumed = new Set(
      Object.values(world.scenario.services).flatMap((service) =>
        versionsOf(service).flatMap(({ consumes }) => consumes.flatMap(({ handlers }) => Object.keys(handlers))),
      ),
    );
    for (const emission of uses.flatMap(({ emissions }) => emissions)) {
      const key = written(emission.cursor, places);
      emitted.set(key, emission);
      if (consumed.has(emission.type) || world.flows.messages.has(emission.type)) heard.add(key);
    }
  }
  return [...emitted].flatMap(([key, { type, cursor }]) => {
    if (heard.has(key)) return [];
    return [
      problem('message-unheard', `Nobody consumes \`${type}\`.`, cursor.path, {
        spot: cursor.spot,
        severity: 'warning',
      }),
    ];
  });
}

function unreached(variants: readonly Variant[], places: Places): readonly Problem[] {
  const reached = new Set<string>();
  const all = new Map<string, { readonly name: string; readonly cursor: Cursor }>();
  for (const handler of variants.flatMap(({ uses }) => uses.flatMap(({ handlers }) => handlers))) {
    const key = written(handler.cursor, places);
    all.set(key, handler);
    if (handler.reached) reached.add(key);
  }
  return [...all].flatMap(([key, { name, cursor }]) => {
    if (reached.has(key)) return [];
    const more = {
      spot: cursor.spot,
      at: 'key',
      severity: 'warning',
      suggestion: 'Name it in `api` or `consumes`, or take it out.',
    } as const;
    return [problem('handler-unreachable', `Nothing runs \`${name}\`.`, cursor.path, more)];
  });
}

/** A case that lays nothing different over the scenario is the plain run under another name. */
function sameCases(variants: readonly Variant[]): readonly Problem[] {
  const plain = variants.find(({ pick }) => pick.caseId === null && Object.keys(pick.choices).length === 0);
  if (plain === undefined) return [];
  const before = told(plain);
  return variants.flatMap((variant) => {
    const { caseId, choices } = variant.pick;
    if (caseId === null || Object.keys(choices).length > 0 || told(variant) !== before) return [];
    const cases = mapAt(plain.map, 'cases');
    if (own(cases, caseId) === undefined) return [];
    const spot = { holder: cases, key: caseId };
    return [problem('case-same', 'This case equals the default.', ['cases', caseId], { spot, at: 'key' })];
  });
}

function told({ map }: Variant): string {
  return JSON.stringify(without(map, 'cases', 'expect', 'breaks'));
}
