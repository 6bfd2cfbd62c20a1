import type { Refusal, RefusalReason } from '#sim/kernel/engine-port.ts';

/** MongoDB's error codes that this store answers with, and what they come under. */
const REASONS: Readonly<Record<number, RefusalReason>> = {
  2: 'syntax',
  9: 'syntax',
  14: 'type',
  28: 'type',
  40: 'syntax',
  66: 'constraint',
  115: 'unsupported',
  251: 'transaction-aborted',
  11000: 'constraint',
};

/** Thrown inside the document engine; never leaves it. */
export class MongoRefusal extends Error {
  override readonly name = 'MongoRefusal';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** What mingo objects to, with MongoDB's number for it. */
const CAUSES: readonly (readonly [RegExp, number])[] = [
  [/would create a conflict/, 40],
  [/immutable field/, 66],
  [/non-numeric/, 14],
  [/^Unknown update operator/, 9],
];

/** Any error of an operation as data: ours with its code, mingo's with MongoDB's code for that cause. */
export function mongoRefusal(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof MongoRefusal ? error.code : (CAUSES.find(([words]) => words.test(message))?.[1] ?? 2);
  return { reason: REASONS[code] ?? 'other', code: String(code), message, position: null };
}
