import { fail, ok, type Result } from '#sim/model/result.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import { type LinkProblem, linkProblem, type LinkState, type LinkTrouble } from './link-state.ts';

/**
 * A link against the scenario it names, which knows its choices, cases and commands. What the scenario does not have is left out,
 * each with a problem; an option that is the default anyway is left out silently.
 */
export function fitLink(state: LinkState, scenario: Scenario): Result<LinkState, LinkTrouble> {
  const problems: LinkProblem[] = [];
  const choices = Object.entries(state.choices).filter(([id, option]) => {
    const choice = scenario.choices.find((one) => one.id === id && one.options.some((known) => known.id === option));
    if (choice === undefined) problems.push(linkProblem('choice', `${id}.${option}`));
    return choice !== undefined && (state.caseId !== null || choice.default !== option);
  });
  const caseId = state.caseId !== null && Object.hasOwn(scenario.cases, state.caseId) ? state.caseId : null;
  if (state.caseId !== null && caseId === null) problems.push(linkProblem('case', state.caseId));
  const entries = state.entries.filter((entry) => {
    const known = entry.kind !== 'run' || Object.hasOwn(scenario.commands, entry.command);
    if (!known) problems.push(linkProblem('plan', entry.command));
    return known;
  });
  const fitted: LinkState = {
    ...state,
    choices: Object.fromEntries(choices),
    caseId,
    entries,
  };
  return problems.length === 0 ? ok(fitted) : fail({ problems, nearest: fitted });
}
