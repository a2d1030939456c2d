/** The part of a keyboard event that shortcuts read. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const named: Readonly<Record<string, string>> = { space: ' ', comma: ',', plus: '+' };
const isLetter = (key: string): boolean => /^[a-z]$/i.test(key);

/** Whether a key press is the shortcut, e.g. 'mod+shift+o', 'p', '?', 'ArrowLeft'. */
export function matches(shortcut: string, press: KeyPress, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const last = (parts.pop() ?? '').toLowerCase();
  const key = named[last] ?? last;
  const wants = (modifier: string): boolean => parts.includes(modifier);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants('mod') || other || press.altKey !== wants('alt')) return false;
  // Layouts put '?' and the like behind Shift or not: only letters and named keys ask about it.
  const shiftMatters = isLetter(key) || key.length > 1 || key === ' ';
  if (shiftMatters && press.shiftKey !== wants('shift')) return false;
  return press.key.toLowerCase() === key || (/^\d$/.test(key) && press.code === `Digit${key}`);
}

/** True while an input method is composing, e.g. pinyin: its keys are letters of a word, not shortcuts. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.key === 'Process';

const typing = 'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, select, [contenteditable="true"]';
const pressable = 'button, a[href], [role=button], [role=menuitem], [role=tab], [role=option], [role=switch], summary, input';

/** Whether letters typed now go into this element. */
export const isTyping = (element: Element | null): boolean => element?.closest(typing) != null;

/** Whether the element with focus wants this key for itself. */
export function belongsToFocus(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.target.closest('[role=dialog], [role=menu]')) return true;
  const withModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (isTyping(event.target)) return !withModifier || /^[zyacvx]$/i.test(event.key);
  return (event.key === 'Enter' || event.key === ' ') && event.target.closest(pressable) !== null;
}
