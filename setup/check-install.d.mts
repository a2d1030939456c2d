export function checkInstall(root: string): void;
