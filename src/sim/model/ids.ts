import type { Brand } from './brand.ts';

/** A service, a client, `broker` or `operator`: whoever has a lane in the time views. */
export type ActorId = string;

/** A private database has its service's id; a shared one has its own. */
export type DatabaseId = string;

/** Position of a step in its trace: 1, 2, 3 … with no gaps. A cursor is the number of the last step shown; 0 shows none. */
export type StepNumber = Brand<number, 'StepNumber'>;

export const stepNumber = (value: number): StepNumber => value as StepNumber;
