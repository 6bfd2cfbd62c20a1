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
export function TransportButton({ icon, label, command, move, strong = false, pressed }: TransportButtonProps) {
  return (
    <KeyButton
      icon={icon}
      label={label}
      hotkey={hotkeyOf(command)}
      strong={strong}
      on={pressed}
      isDisabled={move.to === null}
      onPress={move.go}
    />
  );
}
