export { cx } from './cx.ts';
export { EmptyState } from './empty-state.tsx';
export { ErrorPanel } from './error-panel.tsx';
export { useErrorText, type ErrorText } from './error-text.ts';
export { IconButton } from './icon-button.tsx';
export { Inspector } from './inspector.tsx';
export { capsOf, KeyCap } from './key-cap.tsx';
export { SkeletonRows, SkeletonTiles } from './skeletons.tsx';
export { StatusChip, StatusIcon, type Status } from './status-chip.tsx';
