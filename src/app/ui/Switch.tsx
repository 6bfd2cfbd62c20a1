import type { ReactNode } from 'react';

export interface SwitchProps {
  readonly label: string;
  /** One sentence under the label. */
  readonly hint?: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, hint, on, onChange }: SwitchProps) {
  return (
    <label className="flex min-h-8 items-start justify-between gap-4">
      <span className="text-14">
        {label}
        {hint !== undefined && <span className="block text-13 text-muted">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
        className="relative h-6 w-11 flex-none cursor-pointer appearance-none rounded-xl border border-border bg-sunk transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-[18px] before:rounded-xl before:bg-border before:transition-[left] checked:border-accent checked:bg-accent checked:before:left-[22px] checked:before:bg-on-accent"
      />
    </label>
  );
}
