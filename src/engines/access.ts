import type { DatabaseSpec, Refusal } from '#sim/kernel/engine-port.ts';

/** Whether the port lets a caller through (R-OWN-1): the owner always, anybody where the door stands open. */
export function mayEnter(spec: DatabaseSpec, caller: string): boolean {
  return caller === spec.id || spec.access === 'anyone';
}

/** What the port says to a stranger where caller and owner share no engine that could say it. */
export function accessDenied(spec: DatabaseSpec, caller: string): Refusal {
  return {
    reason: 'permission',
    code: 'ACCESS_DENIED',
    message: `access denied: ${caller} is not the owner of the database of ${spec.id}`,
    position: null,
  };
}
