import type { StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';
import type { Database } from './engine-port.ts';
import type { Home, Work } from './effect.ts';

/** A process while it lives: its program, its last step, and the transaction it has open. */
export interface Process {
  readonly home: Home;
  readonly work: Work<void>;
  alive: boolean;
  last: Step | null;
  /** What the next step will name as its cause: the last step, or the signal that woke the process. */
  cause: StepNumber | null;
  open: { readonly database: Database; readonly tx: string | null } | null;
}

export function livesAt(process: Process, actor: string, instance: number | null, part: Home['part'] | null): boolean {
  const { home } = process;
  return (
    home.actor === actor && (instance === null || home.instance === instance) && (part === null || home.part === part)
  );
}
