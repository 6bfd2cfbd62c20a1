import type { BrokerEvent } from '../broker/broker-event.ts';
import type { Note } from '../kernel/effect.ts';
import { unreachable } from '../model/invariant.ts';
import type { Message } from '../model/message.ts';

/** What a broker event is in the trace; null for what says nothing new (a confirm is a step of its sender). */
export function noteOf(event: BrokerEvent): Note | null {
  switch (event.kind) {
    case 'routed': {
      const { message, exchange, routingKey, queues } = event;
      return about(message, { kind: 'message.routed', message, exchange, routingKey, queues }, 'broker.routed');
    }
    case 'returned': {
      const { message, exchange, routingKey } = event;
      return about(
        message,
        { kind: 'message.returned', messageId: message.id, exchange, routingKey },
        'broker.returned',
      );
    }
    case 'delivered': {
      const { message, queue, consumerId, tag, redelivered, deliveryCount } = event;
      const [to = consumerId] = consumerId.split(':');
      return about(
        message,
        { kind: 'message.delivered', queue, to, tag, message, redelivered, deliveryCount },
        'broker.deliver',
      );
    }
    case 'acked': {
      const { message, queue, tag, auto } = event;
      return about(
        message,
        { kind: 'message.acked', queue, tag, messageId: message.id },
        auto ? 'broker.auto_ack' : 'consumer.after_ack',
      );
    }
    case 'requeued': {
      const { queue, messages, reason } = event;
      const [first] = messages;
      const happening = { kind: 'message.requeued', queue, messageIds: messages.map(({ id }) => id), reason } as const;
      return first === undefined ? null : about(first, happening, 'broker.requeued');
    }
    case 'deadLettered': {
      const { message, queue, to, reason, attempts } = event;
      return about(
        message,
        { kind: 'message.deadLettered', queue, to: to.join(', '), messageId: message.id, reason, attempts },
        'consumer.dead_lettered',
      );
    }
    case 'dropped': {
      const { message, queue, reason } = event;
      return about(message, { kind: 'message.dropped', queue, messageId: message.id, reason }, 'broker.dropped');
    }
    case 'confirmed':
    case 'refused':
    case 'channelError':
      return null;
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
