import { isMap, type JsonMap } from '../../model/json.ts';
import { Cursor } from '../decode/cursor.ts';
import { own } from '../own.ts';
import type { Places } from '../place.ts';
import type { Problem } from '../problem.ts';
import { shapeProblems } from '../schema/issues.ts';
import { lesson as lessonShape } from '../schema/lesson.ts';
import { canReach } from './anchors.ts';
import { checkPicks } from './choices.ts';
import { slip, type World } from './context.ts';
import { checkExpression, names } from './expressions.ts';
import { noteLaterPoint } from './plan.ts';
import { checkAddress, checkAsks } from './promises.ts';
import { selectorFaults } from './targets.ts';

/** The scenario a lesson stands beside: its plain run and each case, by id. */
export interface Stage {
  readonly plain: World;
  readonly cases: ReadonlyMap<string, World>;
  readonly choices: JsonMap;
}

/** Checks a lesson: its shape, that its places can come and its questions can be graded. */
export function checkLesson(lesson: JsonMap, stage: Stage, places: Places): readonly Problem[] {
  const problems: Problem[] = [...shapeProblems(lessonShape, lesson, [], null)];
  const file = new Cursor(lesson, [], null, { problems, places });
  for (const beat of file.key('beats').items()) if (isMap(beat.value)) checkBeat(beat, stage);
  return problems;
}

function checkBeat(beat: Cursor, stage: Stage): void {
  const world = worldIn(beat.key('case'), stage);
  checkAnchor(beat.key('at'), world);
  for (const table of beat.key('look').key('tables').items()) checkAddress(table, world);
  const attempt = beat.key('try');
  worldIn(attempt.key('case'), stage);
  notePicks(attempt.key('choices'), stage);
  const reveal = beat.key('reveal');
  if (typeof reveal.value === 'string' && own(stage.choices, reveal.value) === undefined) {
    reveal.note(
      'choice-unknown',
      `There is no choice \`${reveal.value}\`.`,
      slip(reveal.value, Object.keys(stage.choices)),
    );
  }
  if (isMap(beat.key('predict').value)) checkPrediction(beat.key('predict'), world, stage);
}

/** The world of a named case, or the plain one; a name that names nothing is said. */
function worldIn(name: Cursor, stage: Stage): World {
  if (typeof name.value !== 'string') return stage.plain;
  const world = stage.cases.get(name.value);
  if (world === undefined)
    name.note('target-unknown', `There is no \`${name.value}\`.`, slip(name.value, [...stage.cases.keys()]));
  return world ?? stage.plain;
}

function notePicks(choices: Cursor, stage: Stage): void {
  if (!isMap(choices.value)) return;
  for (const found of checkPicks(choices.value, stage.choices)) choices.reading.problems.push(found);
}

function checkAnchor(at: Cursor, world: World): void {
  if (!isMap(at.value)) return;
  noteLaterPoint(at);
  const faults = selectorFaults(at, world);
  for (const { key, message, suggestion } of faults) {
    at.key(key).note('anchor-unreachable', 'No run reaches this point.', { suggestion: suggestion ?? message });
  }
  const why = faults.length > 0 ? null : canReach(at, world);
  if (why !== null) at.note('anchor-unreachable', 'No run reaches this point.', { suggestion: why });
}

function checkPrediction(predict: Cursor, at: World, stage: Stage): void {
  const world = predict.key('in').present ? worldIn(predict.key('in'), stage) : at;
  checkAnchor(predict.key('by'), world);
  checkAsks(predict.key('read'), world);
  checkExpression(predict.key('answer'), names(...predict.key('read').keys()));
  const options = predict.key('options').items();
  for (const option of options) notePicks(option.key('from').key('choices'), stage);
  const right = options.filter((option) => option.key('right').value === true).length;
  const computed = options.some((option) => option.key('value').value !== undefined || option.key('from').present);
  const isGraded = predict.key('answer').present ? computed : right === 1;
  if (isGraded) return;
  const suggestion = predict.key('answer').present
    ? 'Give the options a `value` to compare with the answer.'
    : right === 0
      ? 'Mark one option `right: true`, or compute an `answer`.'
      : 'Mark only one option `right: true`.';
  predict.note('lesson-ungraded', right > 1 ? 'More than one option is right.' : 'No option is right.', {
    at: 'key',
    suggestion,
  });
}
