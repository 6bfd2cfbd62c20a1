import { useTranslation } from 'react-i18next';
import type { Choice } from '#sim/scenario/scenario.ts';
import { useRun } from '../../session/session.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { offered, optionOf } from './offered.ts';

const PLAIN = '';

interface ChoicesPanelProps {
  readonly layout: 'row' | 'stack';
}

/** The design of the scenario: which named run, and one option of every choice. A switch computes the run again at once. */
export function ChoicesPanel({ layout }: ChoicesPanelProps) {
  const scenario = useRun((run) => run.scenario);
  const request = useRun((run) => run.request);
  const chosen = { ...scenario.chosen, ...request.choices };
  return (
    <div className={layout === 'row' ? 'flex items-center gap-4 [&_select]:max-w-44' : 'flex flex-col gap-3'}>
      <CasePicker />
      {offered(scenario.choices, chosen).map((choice) => (
        <ChoiceControl key={choice.id} choice={choice} value={optionOf(choice, chosen)} />
      ))}
    </div>
  );
}

function ChoiceControl({ choice, value }: { readonly choice: Choice; readonly value: string }) {
  const choose = useRun((run) => run.choose);
  return (
    <div className="flex items-center gap-1.5 max-lg:flex-wrap">
      <span className="text-12 whitespace-nowrap text-muted">{choice.title}</span>
      <SegmentedControl
        label={choice.title}
        segments={choice.options.map(({ id, title }) => ({ id, label: title }))}
        value={value}
        onChange={(option) => {
          choose(choice.id, option);
        }}
      />
    </div>
  );
}

function CasePicker() {
  const { t } = useTranslation('player');
  const cases = useRun((run) => run.scenario.cases);
  const caseId = useRun((run) => run.request.caseId);
  const openCase = useRun((run) => run.openCase);
  const named = Object.entries(cases).map(([id, { says }]) => ({ id, label: says ?? id }));
  if (named.length === 0) return null;
  return (
    <Select
      label={t('choices.run')}
      options={[{ id: PLAIN, label: t('choices.plain') }, ...named]}
      value={caseId ?? PLAIN}
      onChange={(id) => {
        openCase(id === PLAIN ? null : id);
      }}
    />
  );
}
