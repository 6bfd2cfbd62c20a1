import { unreachable } from '../model/invariant.ts';
import type { Instant } from '../model/time.ts';
import type { Happening } from '../trace/happening.ts';
import type { Effect } from './effect.ts';
import type { Process } from './process.ts';

const ENGINE_EFFECTS = ['query', 'begin', 'execute', 'commit', 'rollback', 'migrate', 'consult', 'kill'] as const;

/** Effects that take real time, because a database answers them, and no virtual time. */
export type EngineEffect = Extract<Effect, { readonly kind: (typeof ENGINE_EFFECTS)[number] }>;

const kinds: ReadonlySet<string> = new Set(ENGINE_EFFECTS);

export function isEngineEffect(effect: Effect): effect is EngineEffect {
  return kinds.has(effect.kind);
}

/** Asks the engine, and keeps track of which process has a transaction open. */
export async function callEngine(
  effect: Exclude<EngineEffect, { kind: 'kill' }>,
  process: Process,
  now: Instant,
): Promise<unknown> {
  switch (effect.kind) {
    case 'query':
      return effect.database.query(effect.operation, effect.as);
    case 'begin':
      await effect.database.begin(effect.as);
      process.open = { database: effect.database, tx: effect.tx };
      return undefined;
    case 'execute':
      return effect.database.execute(effect.operation);
    case 'commit':
      process.open = null;
      return effect.database.commit();
    case 'rollback':
      process.open = null;
      return effect.database.rollback();
    case 'migrate':
      return effect.database.migrate(effect.name, effect.script, now);
    case 'consult':
      return effect.ask();
    default:
      return unreachable(effect);
  }
}

/** A process died: its open transaction really rolls back (R-KRN-6). Answers what to record, if anything. */
export async function abandon(process: Process): Promise<Happening | null> {
  const { open } = process;
  process.open = null;
  if (open === null) return null;
  await open.database.rollback();
  if (open.tx === null) return null;
  return { kind: 'transaction.aborted', database: open.database.spec.id, tx: open.tx, reason: 'connection lost' };
}
