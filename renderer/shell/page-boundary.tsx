import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { asCallError } from '../bridge/index.ts';
import { ErrorPanel } from '../design/index.ts';

interface BoundaryProps {
  /** another place clears the error */
  readonly place: string;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly thrown: unknown;
  readonly failed: boolean;
  readonly place: string;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { thrown: null, failed: false, place: this.props.place };

  static getDerivedStateFromError(thrown: unknown): Partial<BoundaryState> {
    return { thrown, failed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.place === state.place ? null : { thrown: null, failed: false, place: props.place };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const retry = (): void => {
      this.props.onReset();
      this.setState({ thrown: null, failed: false });
    };
    return <ErrorPanel error={asCallError(this.state.thrown)} onRetry={retry} />;
  }
}

/** A page that breaks says so in its own place; rail, status bar and the other pages go on. */
export function PageBoundary({ place, children }: { place: string; children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary place={place} onReset={reset}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}
