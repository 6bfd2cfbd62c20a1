import type { BuiltInPromiseId } from '../../model/built-in-promises.ts';
import type { StartTrial } from '../trial.ts';
import { causality } from './causality.ts';
import { deadLettersEmpty } from './dead-letters-empty.ts';
import { effectivelyOnce } from './effectively-once.ts';
import { encapsulation } from './encapsulation.ts';
import { messageAccounting } from './message-accounting.ts';
import { migrationsSane } from './migrations-sane.ts';
import { noGhost } from './no-ghost.ts';
import { noSilentDrop } from './no-silent-drop.ts';
import { noZombie } from './no-zombie.ts';
import { outboxDrained } from './outbox-drained.ts';
import { perKeyOrder } from './per-key-order.ts';
import { versionMonotone } from './version-monotone.ts';

/** How each built-in promise is judged. A new one is a line here and a line in the model's table. */
export const BUILT_IN_TRIALS: Readonly<Record<BuiltInPromiseId, StartTrial>> = {
  'outbox-drained': outboxDrained,
  'no-ghost': noGhost,
  'no-zombie': noZombie,
  'effectively-once': effectivelyOnce,
  'message-accounting': messageAccounting,
  'per-key-order': perKeyOrder,
  encapsulation,
  causality,
  'version-monotone': versionMonotone,
  'migrations-sane': migrationsSane,
  'no-silent-drop': noSilentDrop,
  'dead-letters-empty': deadLettersEmpty,
};
