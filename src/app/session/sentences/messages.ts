import type { MessageHappening } from '#sim/trace/happening.ts';
import type { Sentences } from './say.ts';

/** A message on its way. A second delivery is "delivered again"; nothing is ever delivered exactly once. */
export const MESSAGE_SENTENCES: Sentences<MessageHappening['kind']> = {
  'message.recorded': ({ actor, message }, { text, name }) =>
    text('messageRecorded', { actor: name(actor), type: message.type, id: message.id }),
  'outbox.selected': ({ actor, messages }, { text, name, list }) =>
    text('outboxSelected', { actor: name(actor), count: messages.length, ids: list(messages) }),
  'outbox.marked': ({ actor, messageId }, { text, name }) =>
    text('outboxMarked', { actor: name(actor), id: messageId }),
  'message.published': ({ actor, message, exchange, by }, { text, name }) =>
    text(by === 'relay' ? 'publishedByRelay' : 'publishedByHandler', {
      actor: name(actor),
      type: message.type,
      id: message.id,
      exchange,
    }),
  'message.routed': ({ message, queues, routingKey }, { text, list }) =>
    queues.length === 0
      ? text('messageUnroutable', { type: message.type, id: message.id, routingKey })
      : text('messageRouted', { type: message.type, id: message.id, queues: list(queues) }),
  'message.returned': ({ messageId, routingKey }, { text }) => text('messageReturned', { id: messageId, routingKey }),
  'publish.confirmed': ({ messageId }, { text }) => text('publishConfirmed', { id: messageId }),
  'message.delivered': ({ message, to, redelivered, deliveryCount }, { text, name }) =>
    text(redelivered ? 'messageDeliveredAgain' : 'messageDelivered', {
      type: message.type,
      id: message.id,
      to: name(to),
      // The broker counts the deliveries before this one.
      nth: deliveryCount + 1,
    }),
  'message.received': ({ actor, message, redelivered }, { text, name }) =>
    text(redelivered ? 'messageReceivedAgain' : 'messageReceived', {
      actor: name(actor),
      type: message.type,
      id: message.id,
    }),
  'inbox.marked': ({ actor, messageId, tx }, { text, name }) =>
    text(tx === null ? 'inboxMarkedAlone' : 'inboxMarked', { actor: name(actor), id: messageId }),
  'message.discarded': ({ actor, messageId, reason }, { text, name }) =>
    text(reason === 'duplicate' ? 'messageDuplicate' : 'messageNotWanted', { actor: name(actor), id: messageId }),
  'message.acked': ({ actor, messageId, queue }, { text, name }) =>
    text('messageAcked', { actor: name(actor), id: messageId, queue }),
  'message.rejected': ({ actor, messageId, queue, requeue }, { text, name }) =>
    text(requeue ? 'messageGivenBack' : 'messageRejected', { actor: name(actor), id: messageId, queue }),
  'message.requeued': ({ queue, messageIds, reason }, { text, list }) =>
    text(reason === 'rejected' ? 'requeuedRejected' : 'requeuedConnection', {
      queue,
      ids: list(messageIds),
      count: messageIds.length,
    }),
  'message.deadLettered': ({ queue, to, messageId, reason, attempts }, { text }) =>
    text('messageDeadLettered', { id: messageId, queue, to, reason: text(`deadReason.${reason}`), count: attempts }),
  'message.dropped': ({ messageId, reason }, { text }) =>
    text('messageDropped', { id: messageId, reason: text(`dropReason.${reason}`) }),
};
