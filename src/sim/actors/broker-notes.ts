import type { BrokerEvent } from '../broker/broker-event.ts';
import type { Note } from '../kernel/effect.ts';
import { unreachable } from '../model/invariant.ts';
import type { Message } from '../model/message.ts';

/** What a broker event is in the trace; null for what says nothing new (a confirm is a step of its sender). */
export function noteOf(event: BrokerEvent): Note | null {
  switch (event.kind) {
    case 'routed':
    case 'returned':
    case 'delivered':
      return noteOfWayIn(event);
    case 'acked':
    case 'requeued':
    case 'deadLettered':
    case 'dropped':
      return noteOfWayOut(event);
    case 'confirmed':
    case 'refused':
    case 'channelError':
      return null;
    default:
      return unreachable(event);
  }
}

type WayIn = Extract<BrokerEvent, { readonly kind: 'routed' | 'returned' | 'delivered' }>;
type WayOut = Extract<BrokerEvent, { readonly kind: 'acked' | 'requeued' | 'deadLettered' | 'dropped' }>;

/** A message comes in and goes to a consumer. */
function noteOfWayIn(event: WayIn): Note {
  const { message } = event;
  switch (event.kind) {
    case 'routed': {
      const { exchange, routingKey, queues } = event;
      return about(message, { kind: 'message.routed', message, exchange, routingKey, queues }, 'broker.routed');
    }
    case 'returned': {
      const { exchange, routingKey } = event;
      const happening = { kind: 'message.returned', messageId: message.id, exchange, routingKey } as const;
      return about(message, happening, 'broker.returned');
    }
    case 'delivered': {
      const { queue, consumerId, tag, redelivered, deliveryCount } = event;
      const [to = consumerId] = consumerId.split(':');
      const happening = { kind: 'message.delivered', queue, to, tag, message, redelivered, deliveryCount } as const;
      return about(message, happening, 'broker.deliver');
    }
    default:
      return unreachable(event);
  }
}

/** A message leaves its place: done with, put back, or given up. */
function noteOfWayOut(event: WayOut): Note | null {
  switch (event.kind) {
    case 'acked': {
      const { message, queue, tag, auto } = event;
      const point = auto ? 'broker.auto_ack' : 'consumer.after_ack';
      return about(message, { kind: 'message.acked', queue, tag, messageId: message.id }, point);
    }
    case 'requeued': {
      const { queue, messages, reason } = event;
      const [first] = messages;
      const happening = { kind: 'message.requeued', queue, messageIds: messages.map(({ id }) => id), reason } as const;
      return first === undefined ? null : about(first, happening, 'broker.requeued');
    }
    case 'deadLettered': {
      const { message, queue, reason, attempts } = event;
      const [to, messageId] = [event.to.join(', '), message.id];
      const happening = { kind: 'message.deadLettered', queue, to, messageId, reason, attempts } as const;
      return about(message, happening, 'consumer.dead_lettered');
    }
    case 'dropped': {
      const { message, queue, reason } = event;
      return about(message, { kind: 'message.dropped', queue, messageId: message.id, reason }, 'broker.dropped');
    }
    default:
      return unreachable(event);
  }
}

function about(message: Message, happening: Note['happening'], point: string): Note {
  return {
    happening,
    points: [point],
    about: { message: message.type, messageId: message.id, subject: message.subject ?? '' },
  };
}
