import type { Choice } from '#sim/scenario/scenario.ts';

/** The option of a choice that is in force: the one asked for, or its default. */
export const optionOf = (choice: Choice, chosen: Readonly<Record<string, string>>): string =>
  chosen[choice.id] ?? choice.default;

/** The choices to offer: those whose needs are met by what is chosen, secrets excepted. */
export function offered(choices: readonly Choice[], chosen: Readonly<Record<string, string>>): readonly Choice[] {
  const inForce = new Map(choices.map((choice) => [choice.id, optionOf(choice, chosen)]));
  return choices.filter(
    ({ secret, needs }) => !secret && Object.entries(needs).every(([id, option]) => inForce.get(id) === option),
  );
}
