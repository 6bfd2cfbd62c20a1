import type { Json } from '../../model/json.ts';
import type { BrokerEvent, Headers } from '../broker-event.ts';
import { QueueBroker } from '../queue-broker.ts';
import { aMessage } from './a-message.ts';
import { PublisherLog } from './publisher-log.ts';
import { declarationOf, timeless } from './recorded-form.ts';
import type { RecordedDelivery, RecordedEntry, RecordedPublish, RecordedScenario, RecordedStep } from './recording.ts';

type Delivered = Extract<BrokerEvent, { readonly kind: 'delivered' }>;

/** Does to our broker what the recorder did to the real one, and tells every answer that differs. */
export function differencesFrom(scenario: RecordedScenario): readonly string[] {
  const replay = new Replay();
  for (const step of scenario.steps) replay.take(step);
  return replay.finish();
}

class Replay {
  readonly #broker = new QueueBroker({ exchanges: [], queues: [] });
  readonly #publisher = new PublisherLog();
  readonly #differences: string[] = [];
  readonly #arrived: Delivered[] = [];
  readonly #tags = new Map<string, number>();
  readonly #queueOf = new Map<string, string>();
  readonly #errors: string[] = [];
  #deadHeaders: Headers = {};
  #now = 0;

  take(step: RecordedStep): void {
    switch (step.do) {
      case 'declare-exchange':
        return this.#broker.declareExchange({ name: step.exchange, type: step.type, ...alternateOf(step) });
      case 'declare-queue':
        return this.#broker.declareQueue(declarationOf(step.queue, step.type, step.arguments));
      case 'bind':
        return this.#broker.bind(step.queue, step.exchange, step.key);
      case 'unbind':
        return this.#broker.unbind(step.queue, step.exchange, step.key);
      case 'publish':
        return this.#publish(step);
      case 'consume':
        this.#queueOf.set(step.consumer, step.queue);
        return this.#see(this.#broker.subscribe(step.queue, step.consumer, step.prefetch, step.autoAck));
      case 'cancel':
        return this.#see(this.#broker.unsubscribe(this.#queueOf.get(step.consumer) ?? '', step.consumer));
      case 'crash':
      case 'close-channel':
      case 'close-connection':
        return this.#see(this.#broker.disconnect(step.consumer));
      case 'ack':
        return this.#see(this.#broker.ack(step.consumer, this.#tag(step)));
      case 'ack-on-other-channel':
        return this.#see(this.#broker.ack(`${step.consumer} on another channel`, this.#tag(step)));
      case 'nack':
        return this.#see(this.#broker.nack(step.consumer, this.#tag(step), step.requeue, step.multiple));
      case 'reject':
        return this.#see(this.#broker.reject(step.consumer, this.#tag(step), step.requeue));
      case 'wait':
        return this.#passTo(this.#now + step.ms);
      default:
        return this.#compare(step);
    }
  }

  finish(): readonly string[] {
    for (const { consumerId, message } of this.#arrived)
      this.#same('the end', `${consumerId} gets ${message.id}`, null);
    return this.#differences;
  }

  #compare(step: RecordedStep): void {
    switch (step.do) {
      case 'deliver':
        return this.#deliver(step);
      case 'confirm':
        return this.#same('confirm', this.#publisher.next(), `${step.message} ${step.result}`);
      case 'basic.return':
        return this.#same('return', this.#publisher.next(), `${step.message} returned ${String(step.replyCode)}`);
      case 'channel-error': {
        const heard = step.client === 'publisher' ? this.#publisher.next() : (this.#errors.shift() ?? null);
        return this.#same('channel error', heard !== null && step.text.includes(heard.slice(4)), true);
      }
      case 'counters':
        return Object.entries(step.queues).forEach(([queue, recorded]) => {
          const { ready, unacked } = this.#broker.counters(queue);
          this.#same(`counters of ${queue}`, { ready, unacked }, { ...recorded });
        });
      case 'drain':
        return this.#same(`drain of ${step.queue}`, this.#drain(step.queue), step.got.map(plainEntry));
      case 'get-from-dlq':
        this.#deadHeaders = step.headers;
        return this.#same('dead letter', this.#drain('dlq')[0]?.['headers'] ?? null, timeless(step.headers));
      case 'republish-with-headers':
        return this.#see(this.#broker.publish(aMessage(step.message), '', step.queue, { headers: this.#deadHeaders }));
      case 'replay':
        this.#drain('dlq');
        return this.#see(this.#broker.publish(aMessage(step.messageId), '', step.queue));
      case 'routing-matrix':
        return this.#route(step.copies);
      default:
        return;
    }
  }

  #publish(step: RecordedPublish): void {
    for (const id of step.messages ?? [step.message ?? '']) {
      if (this.#publisher.closed) {
        this.#publisher.unanswered(id);
        continue;
      }
      const { ttlMs, mandatory, headers } = step;
      const events = this.#broker.publish(aMessage(id), step.exchange ?? '', step.queue ?? step.key ?? '', {
        ...(mandatory === undefined ? {} : { mandatory }),
        ...(ttlMs === undefined ? {} : { ttlMs }),
        ...(headers?.[id] === undefined ? {} : { headers: headers[id] }),
      });
      this.#publisher.hear(events, id);
      this.#see(events);
      if (step.confirm === undefined) continue;
      const heard = this.#publisher.next();
      if (step.confirm === 'ack' || step.confirm === 'nack') this.#same('confirm', heard, `${id} ${step.confirm}`);
    }
  }

  /** The recorder waited until something came, so virtual time passes until then too. */
  #deliver(step: RecordedDelivery): void {
    let index = this.#arrived.findIndex((delivered) => delivered.consumerId === step.consumer);
    for (let next = this.#broker.nextExpiry(); index < 0 && next !== null; next = this.#broker.nextExpiry()) {
      this.#passTo(next);
      index = this.#arrived.findIndex((delivered) => delivered.consumerId === step.consumer);
    }
    const [came] = index < 0 ? [] : this.#arrived.splice(index, 1);
    this.#tags.set(`${step.consumer} ${step.message}`, step.deliveryTag);
    this.#tags.set(step.message, step.deliveryTag);
    this.#same(`delivery to ${step.consumer}`, came ? deliveryForm(came) : null, {
      message: step.message,
      tag: step.deliveryTag,
      redelivered: step.redelivered,
      deliveryCount: step.xDeliveryCount ?? 0,
      acquiredCount: step.xAcquiredCount ?? 0,
      headers: timeless(step.headers ?? {}),
    });
  }

  /** The tag under which the consumer got the message; `M1..M3` is the last of them. */
  #tag(step: { readonly consumer: string; readonly message: string }): number {
    const message = step.message.split('..').at(-1) ?? '';
    return this.#tags.get(`${step.consumer} ${message}`) ?? this.#tags.get(message) ?? 0;
  }

  #drain(queue: string): readonly Headers[] {
    const events = this.#broker.subscribe(queue, 'drain', 0, true);
    this.#broker.disconnect('drain');
    return events.flatMap((event) => {
      if (event.kind !== 'delivered') return [];
      const { redelivered, headers, routingKey } = event;
      return [plainEntry({ message: event.message.id, redelivered, headers, routingKey })];
    });
  }

  #route(copies: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
    for (const [key, expected] of Object.entries(copies)) {
      const events = this.#broker.publish(aMessage(key), 't', key);
      const queues = events.flatMap((event) => (event.kind === 'routed' ? event.queues : []));
      const taken = Object.keys(expected).map((name) => [name, queues.includes(`t:${name}`) ? 1 : 0]);
      this.#same(`copies of ${key}`, Object.fromEntries(taken) as Headers, { ...expected });
    }
  }

  #passTo(now: number): void {
    this.#now = Math.max(this.#now, now);
    this.#see(this.#broker.expire(this.#now));
  }

  #see(events: readonly BrokerEvent[]): void {
    for (const event of events) {
      if (event.kind === 'delivered') this.#arrived.push(event);
      if (event.kind === 'channelError' && event.consumerId !== null)
        this.#errors.push(`${String(event.code)} ${event.text}`);
    }
  }

  #same(what: string, ours: Json, recorded: Json): void {
    const [one, other] = [JSON.stringify(ours), JSON.stringify(recorded)];
    if (one !== other) this.#differences.push(`${what}: ours ${one}, recorded ${other}`);
  }
}

function deliveryForm(event: Delivered): Headers {
  const { tag, redelivered, deliveryCount, acquiredCount, headers } = event;
  return { message: event.message.id, tag, redelivered, deliveryCount, acquiredCount, headers: timeless(headers) };
}

function plainEntry(entry: RecordedEntry): Headers {
  const { message, redelivered, headers, routingKey } = entry;
  return { message, redelivered, headers: timeless(headers), routingKey };
}

function alternateOf(step: { readonly alternateExchange?: string }): { readonly alternate?: string } {
  return step.alternateExchange === undefined ? {} : { alternate: step.alternateExchange };
}
