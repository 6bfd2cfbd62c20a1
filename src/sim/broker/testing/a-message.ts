import type { Message } from '../../model/message.ts';

/** A message that is told from others by its id alone. */
export function aMessage(id: string): Message {
  return {
    kind: 'event',
    specversion: '1.0',
    id,
    source: '/order',
    type: 'OrderCreated',
    subject: null,
    datacontenttype: 'application/json',
    dataschema: 'OrderCreated/1',
    partitionkey: null,
    sequence: null,
    correlationid: id,
    causationid: id,
    traceparent: '00-00000000000000000000000000000001-0000000000000001-01',
    data: {},
  };
}
