/** Where a command writes: the two streams of a terminal, or two texts in a test. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/** 0: done, nothing to complain about. 1: findings, or a run that broke a promise. 2: a file or an option that cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** Something the person at the terminal can put right: one sentence with the place and the way out. Ends the command with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
