import type { Cursor } from '../decode/cursor.ts';
import { isCollectionName } from '../decode/steps.ts';
import { LIMITS } from '../limits.ts';
import { serviceOf, slip, type World } from './context.ts';
import { checkFilter, checkUpdate } from './documents.ts';
import { checkHoles, checkValue } from './expressions.ts';
import { checkDeterministic, checkOrdered, checkOwnTables } from './sql.ts';
import type { Walk } from './steps.ts';

/** A read, a write or a lock: in the language of the database it asks, naming what is there. */
export function checkStatement(verb: string, step: Cursor, walk: Walk): void {
  const said = step.key(verb);
  if (said.said === null || said.said.length > LIMITS.sql) return;
  const target = step.key('in').said ?? walk.service;
  const owner = serviceOf(walk.world, target);
  if (owner === undefined) {
    step
      .key('in')
      .note('target-unknown', `There is no \`${target}\`.`, slip(target, Object.keys(walk.world.scenario.services)));
    return;
  }
  if (isCollectionName(said.said)) checkDocuments(step, said, target, walk);
  else checkSql(step, said, target, walk);
}

const isRelational = (world: World, service: string): boolean | null => {
  const engine = serviceOf(world, service)?.database?.engine;
  return engine === undefined ? null : engine === 'postgres' || engine === 'sqlite';
};

function checkSql(step: Cursor, said: Cursor, target: string, walk: Walk): void {
  const sql = said.said ?? '';
  if (isRelational(walk.world, target) === false) said.wants('the name of a collection: this database keeps documents');
  checkHoles(said, sql, walk.scope);
  checkDeterministic(said, sql);
  if (step.key('rows').present) checkOrdered(said, sql);
  if (target === walk.service) checkOwnTables(said, sql, target, walk.world);
}

function checkDocuments(step: Cursor, said: Cursor, target: string, walk: Walk): void {
  const collection = said.said ?? '';
  if (isRelational(walk.world, target) === true) said.wants('SQL: this database is relational');
  const known = walk.world.tables.get(target);
  if (isRelational(walk.world, target) === false && known?.has(collection.toLowerCase()) === false) {
    const address = `${target}.${collection}`;
    said.note('address-unknown', `There is no table \`${address}\`.`, slip(collection, known));
  }
  checkFilter(step.key('filter'));
  checkUpdate(step.key('update'));
  for (const detail of ['filter', 'update', 'insert']) checkValue(step.key(detail), walk.scope);
}
