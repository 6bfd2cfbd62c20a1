import type { BrokerBox, DatabaseBox, QueueBox, ServiceBox } from './graph.ts';

/** Sizes of everything on the picture, in its own pixels. What is drawn keeps to them, so nothing need be measured. */
export const CLIENT = { width: 112, height: 84 };
export const FRONT_WIDTH = 248;
export const SIDE_WIDTH = 264;
export const BROKER_WIDTH = 304;

export const TITLE_HEIGHT = 32;
const PROCESS_HEIGHT = 36;
const STEM_HEIGHT = 10;
const BOTTOM = 8;
const NO_DATABASE_HEIGHT = 26;

export const TABLE_NAME_HEIGHT = 16;
export const ROW_HEIGHT = 19;
const TABLE_GAP = 3;
const HEAD_HEIGHT = 20;
const NAMED_HEIGHT = 20;

export function drawerHeight({ engine, shown, rowsEach, named }: DatabaseBox): number {
  const tables = shown.length * (TABLE_NAME_HEIGHT + rowsEach * ROW_HEIGHT) + Math.max(0, shown.length - 1) * TABLE_GAP;
  const edges = engine === 'document' ? 20 : 32;
  return HEAD_HEIGHT + tables + (named.length > 0 ? NAMED_HEIGHT : 0) + edges;
}

export function serviceHeight(service: ServiceBox): number {
  const { database } = service;
  const below = database === null ? NO_DATABASE_HEIGHT : STEM_HEIGHT + drawerHeight(database);
  return TITLE_HEIGHT + PROCESS_HEIGHT + below + BOTTOM;
}

/** Where the wires of a process come in and go out, from the top of its card. */
export const PORT_TOP = TITLE_HEIGHT + 14;
export const PORT_STEP = 16;

const BROKER_TITLE = 34;
const EXCHANGE_HEIGHT = 22;
export const QUEUE_TOP = 7;
export const QUEUE_NAME = 18;
export const PIPE_HEIGHT = 22;
export const DEAD_TOP = 6;

const queueHeight = ({ dead }: QueueBox): number =>
  QUEUE_TOP + QUEUE_NAME + PIPE_HEIGHT + (dead === null ? 0 : DEAD_TOP + PIPE_HEIGHT);

export function brokerHeight({ exchanges, queues }: BrokerBox): number {
  const inside = queues.reduce((height, queue) => height + queueHeight(queue), 0);
  return BROKER_TITLE + exchanges.length * EXCHANGE_HEIGHT + inside + 12;
}

/** Middle of an exchange's line, from the top of the broker. */
export const exchangeAt = (place: number): number => BROKER_TITLE + place * EXCHANGE_HEIGHT + 8;

/** Middle of a queue's pipe, from the top of the broker. */
export function pipeAt({ exchanges, queues }: BrokerBox, place: number): number {
  const above = queues.slice(0, place).reduce((height, queue) => height + queueHeight(queue), 0);
  return BROKER_TITLE + exchanges.length * EXCHANGE_HEIGHT + above + QUEUE_TOP + QUEUE_NAME + PIPE_HEIGHT / 2;
}
