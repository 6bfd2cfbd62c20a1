import type { Effect } from './effect.ts';

const ENGINE_EFFECTS = [
  'query',
  'begin',
  'execute',
  'commit',
  'rollback',
  'migrate',
  'crash',
  'recover',
  'consult',
  'kill',
] as const;

/** Effects that take real time, because a database answers them, and no virtual time. */
export type EngineEffect = Extract<Effect, { readonly kind: (typeof ENGINE_EFFECTS)[number] }>;

const kinds: ReadonlySet<string> = new Set(ENGINE_EFFECTS);

export function isEngineEffect(effect: Effect): effect is EngineEffect {
  return kinds.has(effect.kind);
}
