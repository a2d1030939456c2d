export { fixCommands } from './commands.ts';
export { FixButton } from './fix-button.tsx';
export { FixAside, FixReview, FixTitle } from './fix-review.tsx';
export { FixedMark } from './fixed-mark.tsx';
export { FixesSection, useExport } from './fixes-section.tsx';
export { useFixing, type Fixing } from './use-fixing.ts';
