import type { BrokerEvent } from '../broker-event.ts';

/** What the publisher's channel hears, in order, as the recording words it. Once the channel is closed it hears nothing. */
export class PublisherLog {
  readonly #lines: string[] = [];
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  hear(events: readonly BrokerEvent[], messageId: string): void {
    for (const event of events) {
      if (event.kind === 'returned') this.#lines.push(`${messageId} returned ${String(event.replyCode)}`);
      if (event.kind === 'confirmed') this.#lines.push(`${messageId} ack`);
      if (event.kind === 'refused') this.#lines.push(`${messageId} nack`);
      if (event.kind === 'channelError' && event.consumerId === null) {
        this.#lines.push(`${String(event.code)} ${event.text}`);
        this.#closed = true;
        this.unanswered(messageId);
      }
    }
  }

  unanswered(messageId: string): void {
    this.#lines.push(`${messageId} none: channel closed`);
  }

  next(): string | null {
    return this.#lines.shift() ?? null;
  }
}
