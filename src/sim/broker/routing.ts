import { unreachable } from '../model/invariant.ts';
import type { Binding, ExchangeDeclaration } from './declaration.ts';
import { topicMatches } from './topic-pattern.ts';

/** A binding with the queue it leads to. */
export interface Route extends Binding {
  readonly queue: string;
}

/**
 * Exchanges and bindings: which queues take a copy of a message (R-Q-1).
 *
 * The default exchange `''` leads to the queue named by the routing key. A queue with several matching bindings takes one
 * copy. What an exchange cannot route goes to its alternate exchange, if it has one.
 */
export class Routing {
  readonly #exchanges = new Map<string, ExchangeDeclaration>();
  readonly #queues: string[] = [];
  #routes: readonly Route[] = [];

  addExchange(exchange: ExchangeDeclaration): void {
    this.#exchanges.set(exchange.name, exchange);
  }

  addQueue(queue: string): void {
    this.#queues.push(queue);
  }

  bind(route: Route): void {
    this.unbind(route);
    this.#routes = [...this.#routes, route];
  }

  unbind(route: Route): void {
    this.#routes = this.#routes.filter((other) => !sameRoute(other, route));
  }

  /** Queues in the order they were declared; null when there is no such exchange. */
  queuesFor(exchange: string, routingKey: string, seen: readonly string[] = []): readonly string[] | null {
    if (exchange === '') return this.#queues.filter((queue) => queue === routingKey);
    const declared = this.#exchanges.get(exchange);
    if (!declared) return null;
    const taken = new Set(
      this.#routes.filter((route) => leadsHere(route, declared, routingKey)).map((route) => route.queue),
    );
    if (taken.size > 0) return this.#queues.filter((queue) => taken.has(queue));
    if (declared.alternate === undefined || seen.includes(declared.alternate)) return [];
    return this.queuesFor(declared.alternate, routingKey, [...seen, exchange]) ?? [];
  }
}

function sameRoute(one: Route, other: Route): boolean {
  return one.queue === other.queue && one.exchange === other.exchange && one.routingKey === other.routingKey;
}

function leadsHere(route: Route, exchange: ExchangeDeclaration, routingKey: string): boolean {
  if (route.exchange !== exchange.name) return false;
  switch (exchange.type) {
    case 'direct':
      return route.routingKey === routingKey;
    case 'fanout':
      return true;
    case 'topic':
      return topicMatches(route.routingKey, routingKey);
    default:
      return unreachable(exchange.type);
  }
}
