import type { Refusal, RefusalReason } from '#sim/kernel/engine-port.ts';

/** What PostgreSQL says when it refuses. */
export interface PostgresError {
  readonly code: string;
  readonly message: string;
  /** Counted from 1, where it has one. */
  readonly position: number | null;
}

/** SQLSTATE, or the class it begins with, to what it comes under; the longest prefix wins. */
const REASONS: Readonly<Record<string, RefusalReason>> = {
  '0A': 'unsupported',
  '21': 'type',
  '22': 'type',
  '23': 'constraint',
  '25006': 'read-only',
  '25P02': 'transaction-aborted',
  '40': 'transaction-aborted',
  '42': 'syntax',
  '42501': 'permission',
  '42601': 'syntax',
  '42703': 'unknown-name',
  '42704': 'unknown-name',
  '42804': 'type',
  '42846': 'type',
  '42883': 'unknown-name',
  '42P01': 'unknown-name',
  '42P02': 'unknown-name',
  '3F': 'unknown-name',
  '55P03': 'locked',
  '57': 'unavailable',
  '58': 'unavailable',
};

/** PostgreSQL's refusal as data, its position counted from 0. */
export function postgresRefusal({ code, message, position }: PostgresError): Refusal {
  const reason = REASONS[code] ?? REASONS[code.slice(0, 2)] ?? 'other';
  return { reason, code, message, position: position === null ? null : position - 1 };
}
