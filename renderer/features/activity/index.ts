export { ActivityPage } from './activity-page.tsx';
export { JobProgress } from './job-progress.tsx';
