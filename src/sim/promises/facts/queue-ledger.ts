import type { Step } from '../../trace/step.ts';
import type { Opening } from '../../trace/trace.ts';

type Place = 'ready' | 'unacked';

/** How many copies of each message a queue holds, and how many left it which way. */
class QueueBook {
  readonly ready = new Map<string, number>();
  readonly unacked = new Map<string, number>();
  acked = 0;
  dropped = 0;

  put(place: Place, messageId: string): void {
    this[place].set(messageId, (this[place].get(messageId) ?? 0) + 1);
  }

  /** False when there was none. */
  take(place: Place, messageId: string): boolean {
    const count = this[place].get(messageId) ?? 0;
    if (count > 1) this[place].set(messageId, count - 1);
    else this[place].delete(messageId);
    return count > 0;
  }

  total(place: Place): number {
    let total = 0;
    for (const count of this[place].values()) total += count;
    return total;
  }
}

export interface QueueTotals {
  readonly name: string;
  readonly ready: number;
  readonly unacked: number;
  readonly acked: number;
  readonly dropped: number;
}

/** A step that takes from a queue what it did not hold. */
export interface Imbalance {
  readonly queue: string;
  readonly messageId: string;
  readonly step: number;
  readonly what: string;
}

/** The books of every queue, kept from the trace alone (INV-14). */
export class QueueLedger {
  readonly #books = new Map<string, QueueBook>();
  #imbalance: Imbalance | null = null;

  constructor(opening: Opening) {
    for (const { name } of opening.queues) this.#books.set(name, new QueueBook());
  }

  /** The first step that did not add up. */
  get imbalance(): Imbalance | null {
    return this.#imbalance;
  }

  get totals(): readonly QueueTotals[] {
    return [...this.#books].map(([name, book]) => {
      const { acked, dropped } = book;
      return { name, ready: book.total('ready'), unacked: book.total('unacked'), acked, dropped };
    });
  }

  /** Whether the step is about the books at all. */
  observe(step: Step): boolean {
    switch (step.kind) {
      case 'message.routed':
        for (const queue of step.queues) this.#book(queue).put('ready', step.message.id);
        return true;
      case 'message.delivered':
        this.#take(step, step.queue, 'ready', step.message.id);
        this.#book(step.queue).put('unacked', step.message.id);
        return true;
      case 'message.acked':
        this.#take(step, step.queue, 'unacked', step.messageId);
        this.#book(step.queue).acked += 1;
        return true;
      case 'message.requeued':
        for (const id of step.messageIds) {
          this.#take(step, step.queue, 'unacked', id);
          this.#book(step.queue).put('ready', id);
        }
        return true;
      case 'message.deadLettered':
        this.#leave(step, step.queue, step.messageId);
        for (const queue of step.to.split(', ')) this.#book(queue).put('ready', step.messageId);
        return true;
      case 'message.dropped':
        if (step.queue === null) return false;
        this.#leave(step, step.queue, step.messageId);
        this.#book(step.queue).dropped += 1;
        return true;
      default:
        return false;
    }
  }

  /** A consumer gave it up, or it was still waiting. */
  #leave(step: Step, queue: string, messageId: string): void {
    if (!this.#book(queue).take('unacked', messageId)) this.#take(step, queue, 'ready', messageId);
  }

  #take(step: Step, queue: string, place: Place, messageId: string): void {
    if (this.#book(queue).take(place, messageId) || this.#imbalance !== null) return;
    this.#imbalance = { queue, messageId, step: step.number, what: `${step.kind}, but not ${place} in the queue` };
  }

  #book(queue: string): QueueBook {
    const book = this.#books.get(queue) ?? new QueueBook();
    this.#books.set(queue, book);
    return book;
  }
}
