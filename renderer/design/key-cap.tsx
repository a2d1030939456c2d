import classes from './key-cap.module.css';

const mac: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const other: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
const keys: Readonly<Record<string, string>> = {
  arrowleft: '←', arrowright: '→', arrowup: '↑', arrowdown: '↓', escape: 'Esc', enter: '↵', space: 'Space', delete: 'Del', comma: ',', plus: '+', pageup: 'PgUp', pagedown: 'PgDn', home: 'Home', end: 'End',
};

/** The caps of a shortcut such as 'mod+shift+k', as this platform prints them on its keys. */
export function capsOf(shortcut: string, platform: string): string[] {
  const modifiers = platform === 'darwin' ? mac : other;
  return shortcut.split('+').map((part) => {
    const name = part.toLowerCase();
    return modifiers[name] ?? keys[name] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** A shortcut drawn as keys. */
export function KeyCap({ shortcut, platform }: { shortcut: string; platform: string }) {
  return (
    <span className={classes.keys}>
      {capsOf(shortcut, platform).map((cap) => (
        <kbd key={cap} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
