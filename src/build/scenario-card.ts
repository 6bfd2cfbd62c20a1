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
  const position = new Map(services.map(({ id }, index) => [id, index]));
  const beats = lesson?.beats ?? [];
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
    calls: services.flatMap((service, from) =>
      called(service).flatMap((to) => {
        const at = position.get(to);
        return at === undefined || at === from ? [] : [[from, at] as const];
      }),
    ),
    asked: [...new Set(asked)].flatMap((id) => position.get(id) ?? []),
    choices: scenario.choices.map(({ title }) => title),
    beats: beats.length,
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

const called = (service: Service): readonly string[] => [
  ...new Set(stepsOf(service).flatMap((step) => (step.verb === 'call' ? [step.service] : []))),
];

const stepsOf = ({ handlers }: Service): readonly HandlerStep[] =>
  Object.values(handlers).flatMap(({ steps }) => withNested(steps));

function withNested(steps: readonly HandlerStep[]): readonly HandlerStep[] {
  return steps.flatMap((step) => {
    const inside = step.verb === 'transaction' || step.verb === 'do' ? withNested(step.steps) : [];
    return [step, ...inside, ...withNested(step.otherwise)];
  });
}
