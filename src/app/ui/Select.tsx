export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

export interface SelectProps<Id extends string> {
  readonly label: string;
  /** Shows the label before the box; otherwise only a screen reader says it. */
  readonly showLabel?: boolean;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** The browser's own select: the right keyboard on every device, and nothing to load. */
export function Select<Id extends string>({ label, showLabel = false, options, value, onChange }: SelectProps<Id>) {
  return (
    <label className="inline-flex items-center gap-2 text-13">
      <span className={showLabel ? 'text-muted' : 'sr-only'}>{label}</span>
      <select
        className="field field-small"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
