import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface KeyButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: IconName;
  /** The name a screen reader says and the tooltip shows. */
  readonly label: string;
  /** The key that does the same, as the tooltip shows it: `→`. */
  readonly hotkey?: string | undefined;
  /** The one in ink. */
  readonly strong?: boolean;
  /** Of a key that is on or off: whether it is on. */
  readonly on?: boolean | undefined;
}

/** One of a row of keys, 44 px for a thumb, without an edge of its own. */
export function KeyButton({ icon, label, hotkey, strong = false, on, ...rest }: KeyButtonProps) {
  const look = strong
    ? 'w-13 bg-ink text-bg data-[disabled]:bg-idle data-[disabled]:text-faint'
    : 'w-11 data-[hovered]:bg-sunk data-[disabled]:text-faint data-[disabled]:opacity-60';
  return (
    <TooltipTrigger delay={500}>
      <Button
        {...rest}
        aria-label={label}
        {...(on !== undefined && { 'aria-pressed': on })}
        className={`grid h-11 flex-none place-items-center outline-offset-[-3px] ${look} ${on === true ? 'bg-ink text-bg data-[hovered]:bg-ink' : ''}`}
      >
        <Icon name={icon} size={18} />
      </Button>
      <Tooltip offset={6} className="z-50 flex items-center gap-2 rounded bg-ink px-2 py-1 text-12 text-bg shadow-pop">
        {label}
        {hotkey !== undefined && <Kbd keys={hotkey} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
