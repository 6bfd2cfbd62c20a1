import { invariant } from '../model/invariant.ts';
import type { Message } from '../model/message.ts';
import type { BrokerEvent, DeathReason } from './broker-event.ts';
import { Channels, type Delivery } from './channels.ts';
import { deadLetterOf } from './dead-letter.ts';
import { deliveredHeaders } from './death.ts';
import type { BrokerDeclarations, ExchangeDeclaration, QueueDeclaration } from './declaration.ts';
import type { Entry } from './entry.ts';
import { type ComeBack, type Held, MessageQueue, type QueueCounters } from './message-queue.ts';
import { arrivalOf, type PublishOptions } from './publish-options.ts';
import { entryView, type QueueEntry } from './queue-entry.ts';
import { Routing } from './routing.ts';

/**
 * The broker in queue mode, as RabbitMQ 4.3 behaves (R-Q). Pure and synchronous: every operation answers with all that
 * happened because of it, in order. A `consumerId` is one consumer's channel: delivery tags count per channel and
 * start again at 1 after it is closed. It has no clock: `expire` tells it how late it is.
 */
export class QueueBroker {
  readonly #routing = new Routing();
  readonly #queues = new Map<string, MessageQueue>();
  readonly #channels = new Channels();
  readonly #pending = new Set<string>();
  #events: BrokerEvent[] = [];
  #now = 0;

  constructor(declarations: BrokerDeclarations) {
    for (const exchange of declarations.exchanges) this.declareExchange(exchange);
    for (const queue of declarations.queues) this.declareQueue(queue);
  }

  declareExchange(declaration: ExchangeDeclaration): void {
    this.#routing.addExchange(declaration);
  }

  /** A queue declared late gets nothing of the past (R-Q-1). */
  declareQueue(declaration: QueueDeclaration): void {
    invariant(!this.#queues.has(declaration.name), `queue ${declaration.name} is declared once`);
    this.#queues.set(declaration.name, new MessageQueue(declaration));
    this.#routing.addQueue(declaration.name);
    for (const binding of declaration.bindings) this.bind(declaration.name, binding.exchange, binding.routingKey);
  }

  bind(queue: string, exchange: string, routingKey: string): void {
    this.#routing.bind({ queue, exchange, routingKey });
  }

  unbind(queue: string, exchange: string, routingKey: string): void {
    this.#routing.unbind({ queue, exchange, routingKey });
  }

  publish(
    message: Message,
    exchange: string,
    routingKey: string,
    options: PublishOptions = {},
  ): readonly BrokerEvent[] {
    const names = this.#routing.queuesFor(exchange, routingKey);
    if (names === null) {
      const text = `NOT_FOUND - no exchange '${exchange}' in vhost '/'`;
      return [{ kind: 'channelError', consumerId: null, code: 404, text }];
    }
    const takers = names.filter((name) => this.#queue(name).takesMore);
    const full = names.filter((name) => !takers.includes(name));
    this.#emit({ kind: 'routed', message, exchange, routingKey, queues: takers });
    if (names.length === 0) {
      if (options.mandatory === true) this.#emit({ kind: 'returned', message, exchange, routingKey, replyCode: 312 });
      this.#emit({ kind: 'dropped', queue: null, message, reason: 'unroutable', because: null, attempts: 0 });
    }
    for (const name of takers) this.#queue(name).enter(arrivalOf(message, exchange, routingKey, options), this.#now);
    this.#emit(full.length === 0 ? { kind: 'confirmed', message } : { kind: 'refused', message, queues: full });
    return this.#work(takers);
  }

  /** `prefetch` 0 is unlimited; with `autoAck` a message counts as acked when it is sent (R-Q-4, R-Q-5). */
  subscribe(queue: string, consumerId: string, prefetch: number, autoAck: boolean): readonly BrokerEvent[] {
    this.#channels.open(consumerId);
    this.#queue(queue).subscribe({ consumerId, prefetch, autoAck });
    return this.#work([queue]);
  }

  /** Stops delivery; what the consumer holds stays with it. */
  unsubscribe(queue: string, consumerId: string): readonly BrokerEvent[] {
    this.#queue(queue).unsubscribe(consumerId);
    return this.#work([queue]);
  }

  ack(consumerId: string, tag: number): readonly BrokerEvent[] {
    const delivery = this.#channels.take(consumerId, tag);
    if (!delivery) return this.#unknownTag(consumerId, tag);
    const { queue, held } = delivery;
    this.#queue(queue).ack(held);
    this.#emit({ kind: 'acked', queue, consumerId, tag, message: held.entry.message, auto: false });
    return this.#work([queue]);
  }

  /** Not counted towards the delivery limit (R-Q-10). With `multiple`, all unsettled tags up to this one. */
  nack(consumerId: string, tag: number, requeue: boolean, multiple = false): readonly BrokerEvent[] {
    const deliveries = multiple ? this.#channels.takeUpTo(consumerId, tag) : this.#one(consumerId, tag);
    return deliveries.length === 0 ? this.#unknownTag(consumerId, tag) : this.#refuse(deliveries, 'nack', requeue);
  }

  /** Counted towards the delivery limit (R-Q-10). */
  reject(consumerId: string, tag: number, requeue: boolean): readonly BrokerEvent[] {
    const deliveries = this.#one(consumerId, tag);
    return deliveries.length === 0 ? this.#unknownTag(consumerId, tag) : this.#refuse(deliveries, 'reject', requeue);
  }

  /** The channel is gone: its unacked messages return, counted as failed deliveries (R-Q-6, R-Q-10). */
  disconnect(consumerId: string): readonly BrokerEvent[] {
    for (const queue of this.#queues.values()) queue.unsubscribe(consumerId);
    const lost = this.#channels.close(consumerId);
    this.#comeBack(lost, 'connection-lost');
    return this.#work([...this.#queues.keys()]);
  }

  /** Tells how late it is, in virtual ms: messages at the head whose time is up leave (R-Q-14). */
  expire(nowMs: number): readonly BrokerEvent[] {
    invariant(nowMs >= this.#now, 'time does not go back');
    this.#now = nowMs;
    return this.#work([...this.#queues.keys()]);
  }

  /** When `expire` has something to do next, in virtual ms. */
  nextExpiry(): number | null {
    const times = [...this.#queues.values()].map((queue) => queue.headExpiresAt).filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  counters(queue: string): QueueCounters {
    return this.#queue(queue).counters;
  }

  /** Unacked ones in the order they were sent, then the ready ones in the order they will be. */
  entries(queue: string): readonly QueueEntry[] {
    const { heldEntries, readyEntries } = this.#queue(queue);
    return [
      ...heldEntries.map((held) => entryView(held.entry, held.subscription.consumerId)),
      ...readyEntries.map((entry) => entryView(entry, null)),
    ];
  }

  #queue(name: string): MessageQueue {
    const queue = this.#queues.get(name);
    invariant(queue !== undefined, `there is a queue ${name}`);
    return queue;
  }

  #one(consumerId: string, tag: number): readonly Delivery[] {
    const delivery = this.#channels.take(consumerId, tag);
    return delivery ? [delivery] : [];
  }

  /** R-Q-15: the channel closes, and everything on it comes back. */
  #unknownTag(consumerId: string, tag: number): readonly BrokerEvent[] {
    const text = `PRECONDITION_FAILED - unknown delivery tag ${String(tag)}`;
    this.#emit({ kind: 'channelError', consumerId, code: 406, text });
    return this.disconnect(consumerId);
  }

  #refuse(deliveries: readonly Delivery[], how: 'nack' | 'reject', requeue: boolean): readonly BrokerEvent[] {
    if (requeue) this.#comeBack(deliveries, how);
    else for (const { queue, held } of deliveries) this.#bury(queue, this.#queue(queue).giveUp(held, how), 'rejected');
    return this.#work(deliveries.map((delivery) => delivery.queue));
  }

  #comeBack(deliveries: readonly Delivery[], how: ComeBack): void {
    const exhausted: { readonly queue: string; readonly entry: Entry }[] = [];
    for (const queue of new Set(deliveries.map((delivery) => delivery.queue))) {
      const messages: Message[] = [];
      for (const { held } of deliveries.filter((delivery) => delivery.queue === queue)) {
        const entry = this.#queue(queue).comeBack(held, how).exhausted;
        if (entry) exhausted.push({ queue, entry });
        else messages.push(held.entry.message);
      }
      const reason = how === 'connection-lost' ? how : 'rejected';
      if (messages.length > 0) this.#emit({ kind: 'requeued', queue, messages, reason });
    }
    for (const { queue, entry } of exhausted) this.#bury(queue, entry, 'delivery_limit');
  }

  /** Moves a dead message on, or drops it and says why nobody gets it (R-Q-11). */
  #bury(queue: string, entry: Entry, reason: DeathReason): void {
    const from = this.#queue(queue);
    const letter = deadLetterOf(from.declaration, entry, reason, this.#now, this.#routing);
    const { message, attempts } = entry;
    if (letter.kind === 'dropped') {
      from.countDeath('dropped');
      this.#emit({ kind: 'dropped', queue, message, reason, because: letter.because, attempts });
      return;
    }
    from.countDeath('deadLettered');
    const { arrival, to } = letter;
    const { exchange, routingKey } = arrival;
    const headers = deliveredHeaders(arrival);
    this.#emit({ kind: 'deadLettered', queue, message, reason, attempts, exchange, routingKey, to, headers });
    for (const name of to) {
      this.#queue(name).enter(arrival, this.#now);
      this.#pending.add(name);
    }
  }

  /** Lets the named queues, and every queue their dead letters reach, do all they can do now. */
  #work(queues: readonly string[]): readonly BrokerEvent[] {
    for (const queue of queues) this.#pending.add(queue);
    for (const queue of this.#pending) {
      this.#pending.delete(queue);
      this.#serve(queue);
    }
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #serve(name: string): void {
    const queue = this.#queue(name);
    for (;;) {
      for (let dead = queue.takeExpired(this.#now); dead; dead = queue.takeExpired(this.#now)) {
        this.#bury(name, dead, 'expired');
      }
      const held = queue.serve();
      if (!held) break;
      this.#deliver(name, held);
    }
    for (let dead = queue.takeExcess(); dead; dead = queue.takeExcess()) this.#bury(name, dead, 'maxlen');
  }

  #deliver(queue: string, held: Held): void {
    const { entry, subscription } = held;
    const { consumerId, autoAck } = subscription;
    const { message, redelivered, routingKey } = entry;
    const tag = this.#channels.deliver(consumerId, { queue, held });
    const headers = deliveredHeaders(entry);
    const counts = this.#queue(queue).countsFor(entry);
    const where = { queue, consumerId, tag };
    this.#emit({ kind: 'delivered', ...where, message, redelivered, ...counts, routingKey, headers, autoAck });
    if (autoAck) this.#emit({ kind: 'acked', ...where, message, auto: true });
  }

  #emit(event: BrokerEvent): void {
    this.#events.push(event);
  }
}
