import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';
import { operationOf } from '../decode/steps.ts';
import { own } from '../own.ts';
import { answers } from '../routes.ts';
import type { MessageType } from '../scenario.ts';
import { serviceOf, slip, versionsOf, type World } from './context.ts';
import { checkValue } from './expressions.ts';
import type { Walk } from './steps.ts';

/** An event or a command: declared, by the right verb, with the fields its contract asks for. */
export function checkMessage(verb: 'emit' | 'send', step: Cursor, walk: Walk): void {
  const said = step.key(verb);
  checkValue(step.key('data'), walk.scope);
  if (typeof said.value !== 'string') return;
  const message = own(walk.world.scenario.messages, said.value);
  if (message === undefined) {
    if (walk.world.flows.messages.has(said.value)) return;
    said.note(
      'message-undeclared',
      `\`${said.value}\` is not declared.`,
      slip(said.value, Object.keys(walk.world.scenario.messages)),
    );
    return;
  }
  walk.emissions.push({ type: said.value, cursor: said });
  if ((message.kind === 'command') !== (verb === 'send')) {
    said.note('verb-kind', 'An event is emitted, a command is sent.', {
      at: 'key',
      suggestion: `Write \`${verb === 'emit' ? 'send' : 'emit'}\`.`,
    });
  }
  checkFields(step, said, message);
}

function checkFields(step: Cursor, said: Cursor, message: MessageType): void {
  const data = step.key('data');
  if (data.present && !isMap(data.value)) return;
  const version = step.key('version').whole(1, 1, 1_000);
  const fields = version === 1 ? message.data : own(message.versions, String(version));
  if (fields === undefined) {
    step
      .key('version')
      .note('message-undeclared', `Version ${String(version)} of \`${message.type}\` is not declared.`);
    return;
  }
  const given = data.keys();
  for (const [field, { optional }] of Object.entries(fields)) {
    if (optional || given.includes(field)) continue;
    (data.present ? data : said).note('message-field', `\`${message.type}\` lacks \`${field}\`.`);
  }
}

/** A request to another service: it answers so. */
export function checkCall(step: Cursor, walk: Walk): void {
  const call = step.key('call');
  for (const detail of ['params', 'query', 'body', 'key']) checkValue(step.key(detail), walk.scope);
  checkOperation(call, walk.world);
}

/** `order POST /orders` names a service that answers so. */
export function checkOperation(call: Cursor, world: World): void {
  if (typeof call.value !== 'string' || !/^\S+\s+\S/.test(call.value)) return;
  const { service: id, operation } = operationOf(call);
  const service = serviceOf(world, id);
  if (service === undefined) {
    call.note('target-unknown', `There is no \`${id}\`.`, slip(id, Object.keys(world.scenario.services)));
    return;
  }
  const routes = versionsOf(service).flatMap(({ api }) => api);
  if (routes.some((route) => answers(route, operation))) return;
  call.note(
    'call-unknown',
    `${service.title} has no \`${operation}\`.`,
    slip(
      operation,
      routes.map((route) => route.operation),
    ),
  );
}
