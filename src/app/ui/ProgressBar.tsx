export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1, or null while nothing is known yet. */
  readonly share: number | null;
  /** `3.1 of 5.3 MB`: said and shown beside the bar. */
  readonly detail?: string;
}

export function ProgressBar({ label, share, detail }: ProgressBarProps) {
  const percent = share === null ? null : Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-3 text-12 text-muted">
        <span>{label}</span>
        {detail !== undefined && <span className="num">{detail}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={detail}
        className="h-1.5 overflow-hidden rounded-xl bg-sunk outline outline-hair"
      >
        <div
          className={`h-full bg-accent transition-[width] ${percent === null ? 'w-1/4 opacity-60' : ''}`}
          style={percent === null ? undefined : { width: `${String(percent)}%` }}
        />
      </div>
    </div>
  );
}
