import { Component, type ReactNode } from 'react';
import { CrashNote } from './CrashNote.tsx';

interface ErrorBoundaryProps {
  /** A change of it is another chance: the path of the page, say. */
  readonly about: string;
  readonly children: ReactNode;
}

interface Caught {
  readonly error: Error | null;
  readonly about: string;
}

/** Turns a part of the page that stopped into a sentence and a way out; the rest of the page stays. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Caught> {
  override state: Caught = { error: null, about: this.props.about };

  static getDerivedStateFromError(reason: unknown): Partial<Caught> {
    return { error: reason instanceof Error ? reason : new Error(String(reason)) };
  }

  static getDerivedStateFromProps({ about }: ErrorBoundaryProps, state: Caught): Partial<Caught> | null {
    return about === state.about ? null : { error: null, about };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <CrashNote
        error={error}
        onAgain={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
