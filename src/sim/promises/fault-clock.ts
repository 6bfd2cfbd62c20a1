import { type Instant, START } from '../model/time.ts';
import type { Step } from '../trace/step.ts';

/** When the last fault so far ended: what it broke is back. A run without faults counts from its beginning. */
export class FaultClock {
  #endedAt: Instant = START;

  get endedAt(): Instant {
    return this.#endedAt;
  }

  observe(step: Step): void {
    switch (step.kind) {
      case 'fault.injected':
      case 'service.crashed':
      case 'service.restarted':
      case 'database.crashed':
      case 'database.restarted':
        this.#endedAt = step.at;
        return;
      default:
        return;
    }
  }
}
