import type { EngineKind } from '#sim/kernel/engine-port.ts';

export type Level = 'easy' | 'medium' | 'hard';

/** A service as the small picture of a card needs it. */
export interface CardService {
  readonly id: string;
  readonly title: string;
  /** Null for a service without a database. */
  readonly engine: EngineKind | null;
}

/** What a picture, a list and a search need to know of a scenario, so that the first page need not carry the scenario. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly objective: string;
  readonly bloom: string;
  readonly minutes: number;
  readonly requires: readonly string[];
  readonly level: Level;
  readonly services: readonly CardService[];
  /** Pairs of positions in `services`: who publishes what the other consumes. */
  readonly events: readonly (readonly [from: number, to: number])[];
  /** Pairs of positions in `services`: who calls whom. */
  readonly calls: readonly (readonly [from: number, to: number])[];
  /** Pairs of positions in `services`: who reaches, or tries to, into the other's database. */
  readonly reaches: readonly (readonly [from: number, to: number])[];
  /** Positions of the services a client asks. */
  readonly asked: readonly number[];
  readonly choices: readonly string[];
  /** Places where the plain run stops to tell something. */
  readonly beats: number;
  /** Questions, in all the lesson's runs. */
  readonly predictions: number;
}
