import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { ButtonSize, ButtonTone } from './Button.tsx';
import { buttonClass } from './Button.tsx';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: IconName;
  /** The name a screen reader says and the tooltip shows, on hover and on focus. */
  readonly label: string;
  /** The key that does the same, as the tooltip shows it: `→`. */
  readonly hotkey?: string | undefined;
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly className?: string;
}

export function IconButton({ icon, label, hotkey, tone = 'ghost', size, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={buttonClass(tone, size, `btn-icon ${className ?? ''}`)}>
        <Icon name={icon} size={size === 'large' ? 18 : 16} />
      </AriaButton>
      <Tooltip offset={6} className="z-50 flex items-center gap-2 rounded bg-ink px-2 py-1 text-12 text-bg shadow-pop">
        {label}
        {hotkey !== undefined && <Kbd keys={hotkey} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
