import type { World } from '../actors/world.ts';
import type { Work } from '../kernel/effect.ts';
import type { FaultEntry } from '../scenario/plan.ts';

/** One kind of fault of the catalogue: what it does when it strikes. */
export interface FaultKind {
  readonly kind: string;
  /** Whether it can strike now: a service that is down cannot crash. Asked right before `strike`. */
  readonly applies: (world: World, entry: FaultEntry) => boolean;
  readonly strike: (world: World, entry: FaultEntry) => Work<void>;
}
