import { type ReactNode, useId } from 'react';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

export interface SegmentedControlProps<Id extends string> {
  /** What is being chosen, for a screen reader. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly small?: boolean;
}

/** One of a few, all in sight. A group of radio buttons, so the arrow keys and the form semantics are the browser's own. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, segments, value, onChange, small = false } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`inline-flex gap-0.5 rounded border border-rule bg-raise p-0.5 ${small ? 'text-12' : 'text-13'}`}
    >
      {segments.map((segment) => (
        <label
          key={segment.id}
          className={`relative flex items-center gap-1.5 rounded-s font-medium whitespace-nowrap text-muted has-checked:bg-ink has-checked:text-bg has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:text-faint ${small ? 'min-h-6 px-2' : 'min-h-7 px-2.5'}`}
        >
          <input
            type="radio"
            name={name}
            value={segment.id}
            checked={segment.id === value}
            disabled={segment.disabled ?? false}
            onChange={() => {
              onChange(segment.id);
            }}
            className="absolute inset-0 m-0 cursor-pointer opacity-0"
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
