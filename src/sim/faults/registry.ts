import { crash } from './crash.ts';
import type { FaultKind } from './fault.ts';

/** Every fault a plan may name. A new fault is a file and one line here. */
const FAULTS: readonly FaultKind[] = [crash];

export function faultKind(kind: string): FaultKind | null {
  return FAULTS.find((fault) => fault.kind === kind) ?? null;
}
