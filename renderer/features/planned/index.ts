export { PlannedPage } from './planned-page.tsx';
