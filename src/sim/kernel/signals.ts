import type { Process } from './process.ts';

interface Waiting {
  readonly process: Process;
  /** Tells this wait from a later one of the same process. */
  readonly ticket: number;
}

/** Who waits for which signal. A signal nobody waits for is forgotten. */
export class Signals {
  readonly #waiting = new Map<string, Waiting>();
  #tickets = 0;

  wait(signal: string, process: Process): number {
    const ticket = ++this.#tickets;
    this.#waiting.set(signal, { process, ticket });
    return ticket;
  }

  /** Whether that very wait still stands, and its process lives. */
  stands(signal: string, ticket: number): boolean {
    const waiting = this.#waiting.get(signal);
    return waiting?.ticket === ticket && waiting.process.alive;
  }

  /** Takes whoever waits for the signal; with a ticket, only if that very wait still stands. */
  take(signal: string, ticket: number | null = null): Process | null {
    const waiting = this.#waiting.get(signal);
    if (waiting === undefined || (ticket !== null && waiting.ticket !== ticket)) return null;
    this.#waiting.delete(signal);
    return waiting.process.alive ? waiting.process : null;
  }
}
