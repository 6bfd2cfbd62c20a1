import { isMap, type Json, type JsonMap } from '../../model/json.ts';
import { mapAt } from '../assemble.ts';
import type { Draft } from '../draft.ts';
import { isChoose } from '../choose.ts';
import { lay } from '../layers.ts';
import { own } from '../own.ts';
import { type Problem, problem, type Spot } from '../problem.ts';
import { slip } from './context.ts';

/** A `choose` of a file: its choice, its branches, and which options must be picked for it to be read at all. */
export interface ChooseNode {
  readonly choice: string;
  readonly listed: readonly string[];
  readonly node: JsonMap;
  readonly spot: Spot;
  readonly under: Readonly<Record<string, string>>;
  /** The case whose layer it stands in. */
  readonly caseId: string | null;
}

/** Every `choose` in the layers of a draft; an aliased one is found once. */
export function chooseNodes(draft: Draft): readonly ChooseNode[] {
  const found: ChooseNode[] = [];
  const seen = new Set<object>();
  for (const layer of draft.layers) walk(layer, { holder: draft.layers, key: 0 }, {}, [], { found, seen });
  return found;
}

interface Finding {
  readonly found: ChooseNode[];
  readonly seen: Set<object>;
}

function walk(value: Json, spot: Spot, under: ChooseNode['under'], path: readonly string[], finding: Finding): void {
  if (typeof value !== 'object' || value === null || finding.seen.has(value)) return;
  finding.seen.add(value);
  const node = isChoose(value) ? value : null;
  if (node !== null) {
    const listed = Object.keys(node).filter((key) => key !== 'choose' && key !== 'otherwise');
    const caseId = path[0] === 'cases' ? (path[1] ?? null) : null;
    finding.found.push({ choice: node.choose, listed, node, spot, under, caseId });
  }
  for (const [key, inner] of Object.entries(value)) {
    const isBranch = node !== null && key !== 'choose' && key !== 'otherwise';
    const deeper = isBranch ? { ...under, [node.choose]: key } : under;
    walk(inner, { holder: value, key: Array.isArray(value) ? Number(key) : key }, deeper, [...path, key], finding);
  }
}

/** The choices of all layers, laid. */
export function choicesOf(draft: Draft): JsonMap {
  return draft.layers.reduce<JsonMap>((under, layer) => lay(under, mapAt(layer, 'choices'), null), {});
}

/** Every `choose` names a choice and options there are, and every option makes a difference. */
export function checkChoices(draft: Draft, nodes: readonly ChooseNode[]): readonly Problem[] {
  const choices = choicesOf(draft);
  return [
    ...nodes.flatMap((node) => checkNode(node, choices)),
    ...Object.keys(choices).flatMap((id) => unusedOptions(id, choices, nodes, draft)),
    ...draft.layers.flatMap((layer) => checkNeeds(layer, choices)),
  ];
}

function checkNode({ choice, listed, node }: ChooseNode, choices: JsonMap): readonly Problem[] {
  const known = own(choices, choice);
  if (known === undefined) {
    const spot = { holder: node, key: 'choose' };
    return [
      problem('choice-unknown', `There is no choice \`${choice}\`.`, [choice], {
        spot,
        ...slip(choice, Object.keys(choices)),
      }),
    ];
  }
  const options = optionsOf(choices, choice);
  return listed
    .filter((option) => !options.includes(option))
    .map((option) => unknownOption(option, choice, options, { holder: node, key: option }, 'key'));
}

function unknownOption(
  option: string,
  choice: string,
  options: readonly string[],
  spot: Spot,
  at: 'key' | 'value',
): Problem {
  return problem('option-unknown', `\`${option}\` is not an option of \`${choice}\`.`, [choice, option], {
    spot,
    at,
    ...slip(option, options),
  });
}

export const optionsOf = (choices: JsonMap, id: string): readonly string[] =>
  Object.keys(mapAt(mapAt(choices, id), 'options'));

/** Options that no `choose` lists; one of them may stand for "the rest", if anything is listed at all. */
function unusedOptions(id: string, choices: JsonMap, nodes: readonly ChooseNode[], draft: Draft): readonly Problem[] {
  const mine = nodes.filter(({ choice }) => choice === id);
  if (mine.some(({ node }) => Object.keys(node).length === 1)) return [];
  const listed = new Set(mine.flatMap((node) => node.listed));
  const never = optionsOf(choices, id).filter((option) => !listed.has(option));
  return never.slice(mine.length === 0 ? 0 : 1).map((option) => {
    const spot = spotOfOption(draft, id, option);
    return problem('option-never-used', `No value depends on \`${option}\`.`, ['choices', id, 'options', option], {
      spot,
      at: 'key',
    });
  });
}

function spotOfOption(draft: Draft, id: string, option: string): Spot | null {
  const holders = draft.layers.map((layer) => mapAt(mapAt(mapAt(layer, 'choices'), id), 'options'));
  const holder = holders.findLast((options) => Object.hasOwn(options, option));
  return holder === undefined ? null : { holder, key: option };
}

/** `needs` of a choice and `choices` of a case name what there is. */
function checkNeeds(layer: JsonMap, choices: JsonMap): readonly Problem[] {
  const needs = Object.values(mapAt(layer, 'choices')).map((choice) => (isMap(choice) ? mapAt(choice, 'needs') : {}));
  const cases = Object.values(mapAt(layer, 'cases')).map((one) => (isMap(one) ? mapAt(one, 'choices') : {}));
  return [...needs, ...cases].flatMap((picks) => checkPicks(picks, choices));
}

/** A map of choice → option. */
export function checkPicks(picks: JsonMap, choices: JsonMap): readonly Problem[] {
  return Object.entries(picks).flatMap(([id, option]) => {
    const spot = { holder: picks, key: id };
    if (own(choices, id) === undefined) {
      return [
        problem('choice-unknown', `There is no choice \`${id}\`.`, [id], {
          spot,
          at: 'key',
          ...slip(id, Object.keys(choices)),
        }),
      ];
    }
    const options = optionsOf(choices, id);
    return typeof option !== 'string' || options.includes(option)
      ? []
      : [unknownOption(option, id, options, spot, 'value')];
  });
}
