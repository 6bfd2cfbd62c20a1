import type { JsonMap } from '../model/json.ts';

/**
 * A scenario file as read, before any choice: plain JSON, so that it travels in links and is computed ahead for the built-in ones.
 * Nothing in it has been checked beyond being a map; `resolveScenario` says what it cannot use.
 */
export interface Draft {
  readonly format: 1;
  readonly id: string;
  /** From the lowest base to the scenario itself, each with its `choose` still in it. */
  readonly layers: readonly JsonMap[];
}

/** Which design is looked at: options by choice (the rest by default) and a named run. */
export interface Pick {
  readonly choices: Readonly<Record<string, string>>;
  readonly caseId: string | null;
}

export const PLAIN_RUN: Pick = { choices: {}, caseId: null };
