import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

export type ButtonTone = 'plain' | 'primary' | 'ghost' | 'link';
export type ButtonSize = 'small' | 'medium' | 'large';

const TONE = { plain: '', primary: 'btn-primary', ghost: 'btn-ghost', link: 'btn-link' } satisfies Record<
  ButtonTone,
  string
>;
const SIZE = { small: 'btn-small', medium: '', large: 'btn-large' } satisfies Record<ButtonSize, string>;

/** The classes of a button, for a link that looks like one. */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'medium', more = ''): string {
  return `btn ${TONE[tone]} ${SIZE[size]} ${more}`;
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly tone?: ButtonTone;
  /** `large` is 44 px, for what one does most. */
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Button({ tone, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(tone, size, className)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}
