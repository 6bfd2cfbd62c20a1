import { useId } from 'react';
import type { IconName } from './icon-paths.ts';
import { ICON_PATHS } from './icon-paths.ts';

export interface IconProps {
  readonly name: IconName;
  readonly size?: 12 | 14 | 16 | 18 | 20;
  readonly className?: string;
  /** Says it to a screen reader when no word stands beside it. */
  readonly label?: string;
}

/** A 16-grid line icon in the colour of the text around it. Decorative unless it has a label. */
export function Icon({ name, size = 16, className = '', label }: IconProps) {
  const titleId = useId();
  const path = ICON_PATHS[name];
  return (
    <svg
      className={`i ${className}`}
      style={{ width: size, height: size }}
      viewBox="0 0 16 16"
      role={label === undefined ? undefined : 'img'}
      aria-hidden={label === undefined}
      aria-labelledby={label === undefined ? undefined : titleId}
      focusable="false"
    >
      {label !== undefined && <title id={titleId}>{label}</title>}
      {path.line !== undefined && <path d={path.line} />}
      {path.solid !== undefined && <path d={path.solid} fill="currentColor" />}
    </svg>
  );
}
