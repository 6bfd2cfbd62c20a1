import type { Lesson } from '#sim/lessons/lesson.ts';
import type { HandlerStep } from '#sim/scenario/handler-step.ts';
import type { Scenario, Service } from '#sim/scenario/scenario.ts';
import type { Card, Level } from '../app/catalogue/card.ts';

const LEVEL: Readonly<Record<string, Level>> = {
  remember: 'easy',
  understand: 'easy',
  apply: 'medium',
  analyse: 'medium',
  evaluate: 'hard',
  create: 'hard',
};

/** What the first page shows of a scenario, read off its default design and its lesson. */
export function cardOf(scenario: Scenario, lesson: Lesson | null): Card {
  const services = Object.values(scenario.services);
  const beats = lesson?.beats ?? [];
  const told = beats.flatMap((beat) => (beat.case === null ? [JSON.stringify(beat.at)] : []));
  const asked = Object.values(scenario.commands).map(({ service }) => service);
  return {
    id: scenario.id,
    title: scenario.title,
    question: scenario.question,
    objective: scenario.objective,
    bloom: scenario.bloom,
    minutes: scenario.minutes,
    requires: scenario.requires,
    level: LEVEL[scenario.bloom] ?? 'medium',
    services: services.map(({ id, title, database }) => ({ id, title, engine: database?.engine ?? null })),
    events: eventsBetween(services),
    calls: linksOf(services, (step) => (step.verb === 'call' ? step.service : null)),
    reaches: linksOf(services, (step) => (step.verb === 'read' || step.verb === 'write' ? step.in : null)),
    asked: services.flatMap(({ id }, index) => (asked.includes(id) ? [index] : [])),
    choices: scenario.choices.map(({ title }) => title),
    beats: new Set(told).size,
    predictions: beats.filter(({ predict }) => predict !== null).length,
  };
}

function eventsBetween(services: readonly Service[]): readonly (readonly [number, number])[] {
  return services.flatMap((publisher, from) => {
    const published = new Set(emitted(publisher));
    return services.flatMap((consumer, to) => {
      const wanted = consumer.consumes.flatMap(({ handlers }) => Object.keys(handlers));
      return from !== to && wanted.some((type) => published.has(type)) ? [[from, to] as const] : [];
    });
  });
}

const emitted = (service: Service): readonly string[] =>
  stepsOf(service).flatMap((step) => (step.verb === 'emit' || step.verb === 'send' ? [step.type] : []));

/** Pairs of positions: a service and another that one of its steps names. */
function linksOf(
  services: readonly Service[],
  named: (step: HandlerStep) => string | null,
): readonly (readonly [number, number])[] {
  return services.flatMap((service, from) => {
    const others = new Set(stepsOf(service).map(named));
    return services.flatMap(({ id }, to) => (to !== from && others.has(id) ? [[from, to] as const] : []));
  });
}

const stepsOf = ({ handlers }: Service): readonly HandlerStep[] =>
  Object.values(handlers).flatMap(({ steps }) => withNested(steps));

function withNested(steps: readonly HandlerStep[]): readonly HandlerStep[] {
  return steps.flatMap((step) => {
    const inside = step.verb === 'transaction' || step.verb === 'do' ? withNested(step.steps) : [];
    return [step, ...inside, ...withNested(step.otherwise)];
  });
}
