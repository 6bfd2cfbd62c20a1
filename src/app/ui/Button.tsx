import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { type ButtonSize, buttonClass, type ButtonTone } from './button-class.ts';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly tone?: ButtonTone;
  /** `large` is 44 px, for what one does most. */
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A button with words. As the trigger of a menu it may show its icon alone, with an `aria-label`. */
export function Button({ tone, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(tone, size, className)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}
