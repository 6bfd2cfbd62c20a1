import { memo } from 'react';
import type { CommandId } from '../commands/key-map.ts';
import { hotkeyOf } from '../commands/key-names.ts';
import type { IconName } from '../ui/icon-paths.ts';
import { KeyButton } from '../ui/KeyButton.tsx';
import type { MoveControl } from './use-moves.ts';

interface TransportButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly command: CommandId;
  readonly move: MoveControl;
  readonly strong?: boolean;
  readonly pressed?: boolean;
}

/** A key of the transport: does what its command does, and cannot be pressed where that leads nowhere. */
export function TransportButton({ move, ...rest }: TransportButtonProps) {
  return <Key {...rest} enabled={move.enabled} go={move.go} />;
}

type KeyProps = Omit<TransportButtonProps, 'move'> & MoveControl;

/** Drawn again only when what it shows changes: there are a dozen of them, and a step changes at most a few. */
const Key = memo(function Key({ icon, label, command, enabled, go, strong = false, pressed }: KeyProps) {
  return (
    <KeyButton
      icon={icon}
      label={label}
      hotkey={hotkeyOf(command)}
      strong={strong}
      on={pressed}
      isDisabled={!enabled}
      onPress={go}
    />
  );
});
