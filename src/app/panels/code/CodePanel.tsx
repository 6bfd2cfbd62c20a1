import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { components } from '#sim/projections/components.ts';
import { handlerPosition } from '#sim/projections/handler-position.ts';
import type { HandlerRun } from '#sim/projections/handler-runs.ts';
import { listing } from '#sim/scenario/listing.ts';
import type { Handler, Scenario } from '#sim/scenario/scenario.ts';
import { useFocus } from '../../session/focus.ts';
import { useSay } from '../../session/sentences/use-say.ts';
import { ServicePicker } from '../../session/ServicePicker.tsx';
import { useProjection, useRun } from '../../session/session.tsx';
import { Select } from '../../ui/Select.tsx';
import { CodeList } from './CodeList.tsx';
import { RunState } from './RunState.tsx';
import { markLines } from './line-states.ts';

/** The handler the step belongs to as lines: what ran at which step, where it stands, what never ran. */
export function CodePanel() {
  const { t } = useTranslation('inspector');
  const scenario = useRun((run) => run.scenario);
  const candidates = useMemo(() => servicesWithHandlers(scenario), [scenario]);
  const focus = useFocus(candidates);
  const { service } = focus;
  if (service === null) return null;
  return (
    <section aria-label={t('tab.code')} className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <ServicePicker candidates={candidates} focus={focus} />
      </div>
      <ServiceCode key={service} service={service} scenario={scenario} />
    </section>
  );
}

function ServiceCode({ service, scenario }: { readonly service: string; readonly scenario: Scenario }) {
  const { t } = useTranslation('inspector');
  const { name } = useSay();
  const { runs, now } = useProjection(handlerPosition);
  const { instances } = useProjection(components);
  const [picked, setPicked] = useState<string | null>(null);
  const version = instances.find((instance) => instance.service === service)?.version ?? '';
  const handlers = handlersOf(scenario, service, version);
  const run = shownRunOf(runs, now, service, picked);
  const handler = handlers.find((one) => one.name === (picked ?? run?.handler)) ?? handlers[0];
  if (handler === undefined) return <p>{t('code.noHandlers', { service: name(service) })}</p>;
  const lines = markLines(listing(handler), handler.steps, run, run !== null && run === now);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {handlers.length > 1 ? (
          <Select
            label={t('code.handler')}
            options={handlers.map((one) => ({ id: one.name, label: one.name }))}
            value={handler.name}
            onChange={setPicked}
          />
        ) : (
          <h2 className="text-15">{handler.name}</h2>
        )}
        {run !== null && <RunState run={run} />}
      </div>
      {run === null && <NotStarted />}
      <CodeList lines={lines} label={handler.name} />
    </>
  );
}

function NotStarted() {
  const { t } = useTranslation('inspector');
  return <p className="text-13 text-muted">{t('code.notStarted')}</p>;
}

const servicesWithHandlers = ({ services }: Scenario): readonly string[] =>
  Object.values(services)
    .filter(({ handlers }) => Object.keys(handlers).length > 0)
    .map(({ id }) => id);

function handlersOf(scenario: Scenario, service: string, version: string): readonly Handler[] {
  const found = scenario.services[service];
  return Object.values((found?.versions[version] ?? found)?.handlers ?? {});
}

/** The run of the picked handler, else the one at the cursor, else the youngest of the service. */
function shownRunOf(
  runs: readonly HandlerRun[],
  now: HandlerRun | null,
  service: string,
  picked: string | null,
): HandlerRun | null {
  const fits = (run: HandlerRun) => run.service === service && (picked === null || run.handler === picked);
  if (now !== null && fits(now)) return now;
  return runs.findLast(fits) ?? null;
}
