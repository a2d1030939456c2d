import { start } from './shell/start.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
start(window.vitrine, root);
