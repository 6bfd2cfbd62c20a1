import type { Anchor, Beat, Lesson, Prediction, PredictOption } from '../../lessons/lesson.ts';
import { isMap, type JsonMap } from '../../model/json.ts';
import { own } from '../own.ts';
import { Cursor, type Reading } from './cursor.ts';
import { decodeAsks } from './parts.ts';
import { decodeSelector } from './plan.ts';

export function decodeLesson(map: JsonMap, reading: Reading): Lesson {
  const file = new Cursor(map, [], null, reading);
  return { beats: file.key('beats').items().map(decodeBeat) };
}

function decodeBeat(beat: Cursor): Beat {
  const look = beat.key('look');
  return {
    at: decodeAnchor(beat.key('at')),
    case: beat.key('case').text(null),
    say: beat.key('say').text(null),
    look: look.present ? { panel: look.key('panel').text(null), tables: look.key('tables').texts() } : null,
    predict: beat.key('predict').present ? decodePrediction(beat.key('predict')) : null,
    try: beat.key('try').present ? decodeTry(beat.key('try')) : null,
    reveal: beat.key('reveal').text(null),
    takeaways: beat.key('takeaways').texts(),
  };
}

export function decodeAnchor(at: Cursor): Anchor {
  if (at.value === 'start' || at.value === 'end') return { kind: at.value };
  if (!isMap(at.value)) at.wants('start, end or a place such as `{ point: tx.after_commit, in: order }`');
  return { kind: 'selector', selector: decodeSelector(at.as(at.map()), '') };
}

function decodePrediction(predict: Cursor): Prediction {
  return {
    ask: predict.key('ask').text(),
    options: predict.key('options').items().map(decodeOption),
    read: decodeAsks(predict.key('read')),
    answer: predict.key('answer').text(null),
    by: predict.key('by').present ? decodeAnchor(predict.key('by')) : null,
    in: predict.key('in').text(null),
  };
}

function decodeOption(option: Cursor): PredictOption {
  const value = own(option.map(), 'value');
  return {
    text: option.key('text').word(value === undefined ? '' : printed(value)),
    value,
    right: option.key('right').flag(false),
    because: option.key('because').text(null),
    from: option.key('from').present ? { choices: textMap(option.key('from').key('choices')) } : null,
  };
}

const printed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function decodeTry(attempt: Cursor): Beat['try'] {
  return {
    case: attempt.key('case').text(null),
    choices: textMap(attempt.key('choices')),
    ask: attempt.key('ask').text(),
  };
}

const textMap = (map: Cursor): Readonly<Record<string, string>> =>
  Object.fromEntries(map.entries().map(([key, value]) => [key, value.text()]));
